/** A program that is kept running while the stack is up. */
export type Service = {
  name: string;
  command: readonly [program: string, ...args: string[]];
  env: Readonly<Record<string, string>>;
  folder: string;
  /** PostgreSQL refuses root; everything else runs as we do. */
  user?: { uid: number; gid: number } | undefined;
  /** Done before every start, restarts too. */
  beforeStart?: () => void;
  isReady: () => Promise<boolean>;
  readyWithinMs: number;
  /** Names of services that must be there until this one has stopped. */
  needs?: readonly string[];
  stopSignal: "SIGTERM" | "SIGINT";
  stopWithinMs: number;
};

/** True when the address answers with 200. */
export async function answersOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000), redirect: "manual" });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}
