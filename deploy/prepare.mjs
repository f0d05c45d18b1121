import { handOver } from "../scripts/hand-over.mjs";

await handOver("tooling/stack/src/prepare.ts");
