import { AppError } from "@genie/errors";
import { z } from "zod";

const Posts = z.object({
  duplicates: z.int(),
  posts: z.array(z.object({ id: z.string(), caption: z.string(), published_at: z.number() })),
});
const Next = z.object({ event: z.looseObject({}).nullable(), cursor: z.number() });

export type SandboxPost = z.infer<typeof Posts>["posts"][number];

/** What the sandbox itself knows: the platform's truth, which our own state is held against. */
export type Sandbox = {
  createAccount: (account: { username: string; password: string }) => Promise<void>;
  /** The posts that came through the compose page, and how many of them came twice. */
  composed: (username: string) => Promise<{ posts: SandboxPost[]; duplicates: number }>;
  /** Where the events are now. */
  cursor: () => Promise<number>;
  /** Waits until the account has committed a post after the cursor; null when none comes in time. */
  nextCommit: (username: string, after: number, withinMs: number) => Promise<number | null>;
};

export function openSandbox({ url, token }: { url: string; token: string }): Sandbox {
  async function ask(path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${url}${path}`, {
      method: body ? "POST" : "GET",
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
    composed: async (username) =>
      Posts.parse(await ask(`/posts?username=${username}&origin=compose`)),
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
