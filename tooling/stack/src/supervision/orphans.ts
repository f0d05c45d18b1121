import { readState, updateState } from "../state.ts";
import { endProcess, isRunning } from "./processes.ts";

/**
 * Ends the services of a supervisor that was killed; answers with their names. Call it only as the
 * holder of the data folder's lock, or when nobody holds it.
 */
export async function endOrphans(statePath: string): Promise<string[]> {
  const orphans = Object.entries(readState(statePath).services).filter(([, mark]) =>
    isRunning(mark),
  );
  // The database last, so that the others can finish their work.
  orphans.reverse();
  for (const [, mark] of orphans) await endProcess(mark, mark.stopSignal, 20_000);
  updateState(statePath, (state) => ({ ...state, services: {} }));
  return orphans.map(([name]) => name);
}
