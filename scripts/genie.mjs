import { handOver } from "./hand-over.mjs";

await handOver("apps/cli/src/main.ts");
