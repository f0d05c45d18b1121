import { handOver } from "./hand-over.mjs";

await handOver("apps/mcp/src/stdio.ts");
