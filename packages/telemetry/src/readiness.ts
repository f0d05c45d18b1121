/** Looks after one part: null when it is well, else a sentence on what is wrong and what to do. */
export type Check = { part: string; find: () => Promise<string | null> };

export type Readiness = {
  status: "not_ready" | "ready";
  parts: Record<string, "ok" | "trouble">;
  /** Sentences for operators. */
  troubles: { part: string; sentence: string }[];
};

const answerWithinMs = 5_000;

/**
 * Runs all checks at the same time. One that throws or does not answer within five seconds is a trouble. What was
 * found holds for `keepMs`, so that asking often costs nothing.
 */
export function createReadiness(
  checks: readonly Check[],
  keepMs = 2_000,
): () => Promise<Readiness> {
  let found: { at: number; readiness: Promise<Readiness> } | undefined;
  return () => {
    const now = performance.now();
    if (!found || now - found.at > keepMs) found = { at: now, readiness: runAll(checks) };
    return found.readiness;
  };
}

async function runAll(checks: readonly Check[]): Promise<Readiness> {
  const results = await Promise.all(
    checks.map(async (check) => ({ part: check.part, sentence: await run(check) })),
  );
  const troubles = results.flatMap(({ part, sentence }) =>
    sentence === null ? [] : [{ part, sentence }],
  );
  return {
    status: troubles.length === 0 ? "ready" : "not_ready",
    parts: Object.fromEntries(
      results.map(({ part, sentence }) => [part, sentence === null ? "ok" : "trouble"]),
    ),
    troubles,
  };
}

async function run({ part, find }: Check): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(
      () => resolve(`The look at "${part}" got no answer in time. Try again in a minute.`),
      answerWithinMs,
    );
  });
  try {
    return await Promise.race([find(), late]);
  } catch {
    return `The look at "${part}" failed. The reason is in the logs of this service.`;
  } finally {
    clearTimeout(timer);
  }
}
