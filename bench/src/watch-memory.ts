import { treeMemory } from "./child-service.ts";

const everyMs = 1_000;

/** The most that each of these processes has taken, with all below it, until `end`. Megabytes, shared pages divided. */
export function watchMemory<Name extends string>(pids: Record<Name, number>) {
  const peaks = new Map<string, number>();
  let looking: Promise<void> = Promise.resolve();
  const look = async () => {
    for (const [name, pid] of Object.entries<number>(pids)) {
      const { pssMb } = await treeMemory(pid);
      peaks.set(name, Math.max(peaks.get(name) ?? 0, pssMb));
    }
  };
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, everyMs);
  return {
    end: async (): Promise<Map<string, number>> => {
      clearInterval(timer);
      await looking;
      return peaks;
    },
  };
}
