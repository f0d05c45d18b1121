import { runStart } from "./run-start.ts";
import { wholeStack } from "./whole-stack.ts";

await runStart(wholeStack);
