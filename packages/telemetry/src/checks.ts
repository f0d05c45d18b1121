import { lookup } from "node:dns/promises";
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

/**
 * Whether a service of ours can do its work; its own sentences if it can't. Where its name stands for several machines,
 * as that of replicas of a container does, each of them is asked.
 */
export function isReady(
  part: string,
  name: string,
  url: string,
  token: string | undefined,
  findAddresses: FindAddresses = ofName,
): Check {
  return {
    part,
    find: async () => {
      const troubles = (await eachOf(url, findAddresses)).map(async (each) => {
        const answer = await ask(`${each}/ready`, token);
        if (answer.ok) return [];
        const told = Told.safeParse(answer.body).data?.troubles ?? [];
        return told.length === 0 ? [doesNotAnswer(name)] : told.map(({ sentence }) => sentence);
      });
      const sentences = new Set((await Promise.all(troubles)).flat());
      return sentences.size === 0 ? null : [...sentences].join(" ");
    },
  };
}

/** The IPv4 addresses of a host. */
type FindAddresses = (host: string) => Promise<string[]>;

const ofName: FindAddresses = async (host) =>
  (await lookup(host, { all: true, family: 4 })).map(({ address }) => address);

async function eachOf(url: string, findAddresses: FindAddresses): Promise<string[]> {
  const { hostname, protocol } = new URL(url);
  // A certificate is for the name.
  if (protocol === "https:") return [url];
  // One that has no such address is asked by its name.
  const addresses = await findAddresses(hostname).catch(() => []);
  if (addresses.length < 2) return [url];
  return addresses.map((address) => {
    const each = new URL(url);
    each.hostname = address;
    return each.origin;
  });
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
