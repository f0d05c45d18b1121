export { holdWorker } from "@genie/testing";
