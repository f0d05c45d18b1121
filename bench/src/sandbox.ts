import { AppError } from "@genie/errors";
import { z } from "zod";

const Posts = z.object({
  duplicates: z.int(),
  posts: z.array(z.object({ id: z.string(), caption: z.string(), published_at: z.number() })),
});
const Listed = z.object({
  posts: z.array(z.object({ id: z.string(), media: z.array(z.unknown()) })),
});
const Armed = z.object({ fault: z.object({ id: z.int() }) });
const Next = z.object({ event: z.looseObject({}).nullable(), cursor: z.number() });

/** What an account has from the start. `small`: a picture of some hundred bytes in each post. */
export type Contents = { posts?: number; fans?: number; media?: "mixed" | "small" };

export type SandboxPost = z.infer<typeof Posts>["posts"][number];

/** What the sandbox itself knows: the platform's truth, which our own state is held against. */
export type Sandbox = {
  createAccount: (account: { username: string; password: string } & Contents) => Promise<void>;
  /** How many files each post of an account has, by its id. */
  filesOf: (username: string) => Promise<Map<string, number>>;
  /** The posts that came through the compose page, and how many of them came twice. */
  composed: (username: string) => Promise<{ posts: SandboxPost[]; duplicates: number }>;
  /** The captions of all posts that people or programs made, on all accounts. */
  captions: () => Promise<string[]>;
  /** Lets something go wrong; ends it again with the id that it answers. */
  arm: (fault: Record<string, unknown>) => Promise<number>;
  disarm: (id: number) => Promise<void>;
  disarmAll: () => Promise<void>;
  /** Where the events are now. */
  cursor: () => Promise<number>;
  /** Waits until the account has committed a post after the cursor; null when none comes in time. */
  nextCommit: (username: string, after: number, withinMs: number) => Promise<number | null>;
};

export function openSandbox({ url, token }: { url: string; token: string }): Sandbox {
  async function ask(
    path: string,
    body?: object,
    method = body ? "POST" : "GET",
  ): Promise<unknown> {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (response.ok) return response.json();
    throw new AppError("upstream_unavailable", `The sandbox answered ${response.status}.`);
  }
  const next = async (query: Record<string, string>) =>
    Next.parse(
      await ask(`/events/next?${new URLSearchParams({ type: "committed", ...query }).toString()}`),
    );

  return {
    createAccount: async (account) => {
      await ask("/accounts", { ...account, name: "Bench" });
    },
    filesOf: async (username) => {
      const { posts } = Listed.parse(await ask(`/posts?username=${username}`));
      return new Map(posts.map(({ id, media }) => [id, media.length]));
    },
    composed: async (username) =>
      Posts.parse(await ask(`/posts?username=${username}&origin=compose`)),
    captions: async () => {
      const { posts } = Posts.parse(await ask("/posts?origin=compose"));
      return posts.map(({ caption }) => caption);
    },
    arm: async (fault) => Armed.parse(await ask("/faults", fault)).fault.id,
    disarm: async (id) => {
      await ask(`/faults/${id}`, undefined, "DELETE");
    },
    disarmAll: async () => {
      await ask("/faults", undefined, "DELETE");
    },
    cursor: async () => (await next({ timeout_ms: "1" })).cursor,
    nextCommit: async (username, after, withinMs) => {
      const { event, cursor } = await next({
        username,
        after: String(after),
        timeout_ms: String(withinMs),
      });
      return event === null ? null : cursor;
    },
  };
}
