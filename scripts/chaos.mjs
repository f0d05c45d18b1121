import { handOver } from "./hand-over.mjs";

await handOver("bench/src/chaos/main.ts");
