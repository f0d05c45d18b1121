export { openHttpPage } from "./open-http-page.ts";
