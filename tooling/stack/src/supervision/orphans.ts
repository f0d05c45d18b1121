import { readState, updateState } from "../state.ts";
import { endProcess, isRunning } from "./processes.ts";
import { stopInOrder } from "./stop-in-order.ts";

/**
 * Ends the services of a supervisor that was killed; answers with their names. Call it only as the
 * holder of the data folder's lock, or when nobody holds it.
 */
export async function endOrphans(statePath: string): Promise<string[]> {
  const orphans = Object.entries(readState(statePath).services).filter(([, mark]) =>
    isRunning(mark),
  );
  await stopInOrder(
    orphans.map(([name, mark]) => ({
      name,
      needs: mark.needs,
      stop: () => endProcess(mark, mark.stopSignal, 20_000),
    })),
  );
  updateState(statePath, (state) => ({ ...state, services: {} }));
  return orphans.map(([name]) => name);
}
