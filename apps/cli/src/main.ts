import { program } from "./program.ts";
import { reportProblem } from "./report-problem.ts";

try {
  await program.parseAsync();
} catch (error) {
  reportProblem(error);
}
