import { runVerify } from "./checks/run-verify.ts";
import { exitWith } from "./exit-with.ts";
import { stopSignal } from "./stop-signal.ts";

await exitWith(async () => {
  const { passed, failed } = await runVerify(stopSignal());
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed > 0 ? 1 : 0;
});
