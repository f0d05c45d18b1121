import { runStart } from "./run-start.ts";
import { directusOnly } from "./whole-stack.ts";

await runStart(directusOnly);
