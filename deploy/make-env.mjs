import { handOver } from "../scripts/hand-over.mjs";

await handOver("tooling/stack/src/make-env.ts");
