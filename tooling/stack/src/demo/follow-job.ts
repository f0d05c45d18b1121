import { setTimeout as wait } from "node:timers/promises";
import { type DirectusClient, listJobs, type Viewer } from "@genie/directus-client";
import { AppError } from "@genie/errors";

const pollMs = 500;
const withinMs = 10 * 60_000;

type Around = { title: string; tell: (line: string) => void; signal: AbortSignal };

/** Waits for a job and tells how far it is. Throws `upstream_unavailable` with its sentence when it fails. */
export async function followJob(
  { client, viewer }: { client: DirectusClient; viewer: Viewer },
  id: string,
  { title, tell, signal }: Around,
): Promise<void> {
  let told = -1;
  await until(async () => {
    const job = (await listJobs(client, viewer)).find((one) => one.id === id);
    if (job?.status === "failed") {
      throw new AppError(
        "upstream_unavailable",
        `${title} failed: ${job.problem ?? "no reason was given"}`,
      );
    }
    const percent = job?.status === "completed" ? 100 : (job?.progress ?? 0);
    const step = Math.floor(percent / 20);
    if (step > told) {
      told = step;
      tell(`${title.padEnd(32)} ${`${percent} %`.padStart(8)}`);
    }
    return job?.status === "completed" ? job : null;
  }, signal);
}

/** Asks again and again until there is an answer. Throws `upstream_unavailable` after ten minutes. */
export async function until<Answer>(
  ask: () => Promise<Answer | null>,
  signal: AbortSignal,
): Promise<Answer> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== null) return answer;
    await wait(pollMs, undefined, { signal });
  }
  throw new AppError(
    "upstream_unavailable",
    "The demo waited ten minutes in vain. The logs folder says why.",
  );
}
