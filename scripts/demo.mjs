import { handOver } from "./hand-over.mjs";

await handOver("tooling/stack/src/demo.ts");
