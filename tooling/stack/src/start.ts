import { exitWith } from "./exit-with.ts";
import { runStart } from "./run-start.ts";
import { wholeStack } from "./whole-stack.ts";

await exitWith(() => runStart({ plan: wholeStack }));
