import { statfs } from "node:fs/promises";
import { z } from "zod";
import type { Check } from "./readiness.ts";

const neededBytes = 500 * 1024 * 1024;
const answerWithinMs = 4_000;

/** Whether the disk of a folder has room for half a gigabyte. */
export function diskHasRoom(folder: string): Check {
  return {
    part: "disk",
    find: async () => {
      const { bavail, bsize } = await statfs(folder);
      const freeMb = Math.floor((bavail * bsize) / 1024 / 1024);
      return bavail * bsize >= neededBytes
        ? null
        : `The disk has ${freeMb} MB free and 500 MB are needed, so files may be refused; what is stored is safe. Make room on it.`;
    },
  };
}

/** Whether a service of ours lives. */
export function lives(part: string, name: string, url: string): Check {
  return {
    part,
    find: async () => {
      const { ok } = await ask(`${url}/health`);
      return ok ? null : doesNotAnswer(name);
    },
  };
}

const Told = z.object({
  troubles: z.array(z.object({ part: z.string(), sentence: z.string() })).optional(),
});

/** Whether a service of ours can do its work; its own sentences if it can't. */
export function isReady(part: string, name: string, url: string, token: string | undefined): Check {
  return {
    part,
    find: async () => {
      const answer = await ask(`${url}/ready`, token);
      if (answer.ok) return null;
      const told = Told.safeParse(answer.body).data?.troubles ?? [];
      return told.length === 0
        ? doesNotAnswer(name)
        : told.map(({ sentence }) => sentence).join(" ");
    },
  };
}

const doesNotAnswer = (name: string) =>
  `${name} does not answer. What waits for it is kept and goes on when it is back. Look at its log, and start it again.`;

async function ask(url: string, token?: string): Promise<{ ok: boolean; body: unknown }> {
  try {
    const answer = await fetch(url, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      redirect: "manual",
      signal: AbortSignal.timeout(answerWithinMs),
    });
    return { ok: answer.ok, body: await answer.json().catch(() => null) };
  } catch {
    return { ok: false, body: null };
  }
}
