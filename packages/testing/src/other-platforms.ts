import { randomBytes } from "node:crypto";
import { type BlueskyAccount, type ServerPlace, createBlueskyAccount } from "./bluesky-account.ts";

/** An account on a server of another platform, and what is entered to connect it. */
export type OtherAccount = { username: string; credentials: Record<string, string> };

/** A post as the server itself has it. */
export type OtherPost = {
  id: string;
  caption: string;
  files: number;
  raw: Record<string, unknown>;
};

/** A server of a platform that is not ours: it says itself what is there, and goes wrong as it is told. */
export type OtherServer = {
  createAccount: () => Promise<OtherAccount>;
  /** Publishes with a small picture, as another program of hers would. */
  publish: (username: string, caption: string) => Promise<void>;
  /** Newest first. */
  published: (username: string) => Promise<OtherPost[]>;
  /** Makes what was given to connect the account worthless, as its owner can. */
  revoke: (username: string) => Promise<void>;
  /** Lets something go wrong in the words of `@genie/fault-proxy`; ends it again with the id. */
  arm: (fault: Record<string, unknown>) => Promise<number>;
  disarm: (id: number) => Promise<void>;
  disarmAll: () => Promise<void>;
};

type Status = { id: string; text: string; media: unknown[] };

/** A PNG of one pixel. */
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const unique = () => `t_${randomBytes(4).toString("hex")}`;

/** A real Bluesky server, asked by its own API. `token` steers the proxy before it. */
export function blueskyServer(place: ServerPlace): OtherServer {
  const accounts = new Map<string, BlueskyAccount>();
  const accountOf = (username: string): BlueskyAccount => {
    const account = accounts.get(username);
    if (account === undefined) throw new Error(`${username} was not made here.`);
    return account;
  };

  return {
    async createAccount() {
      const account = await createBlueskyAccount(place);
      const { username, appPassword: password } = account;
      accounts.set(username, account);
      return { username, credentials: { username, password } };
    },
    publish: (username, caption) => accountOf(username).postPicture(caption, pixel, "image/png"),
    async published(username) {
      const posts = await accountOf(username).posts();
      return posts.map(({ id, ...raw }) => ({
        id,
        caption: raw.text,
        files: raw.embed?.images?.length ?? 0,
        raw,
      }));
    },
    revoke: (username) => accountOf(username).revokeAppPassword(),
    ...faultsOf(place),
  };
}

/** The double of a Mastodon server, asked as its administrator. `token` steers the proxy before it, too. */
export function mastodonServer(place: ServerPlace): OtherServer {
  const admin = <Answer>(path: string, body?: object) =>
    ask<Answer>(`${place.url}/admin${path}`, { body, token: place.token });

  const tokens = new Map<string, string>();

  return {
    async createAccount() {
      const name = unique();
      const { token } = await admin<{ token: string }>("/accounts", { username: name });
      const username = `${name}@${new URL(place.url).host}`;
      tokens.set(username, token);
      return { username, credentials: { username, token } };
    },
    async publish(username, caption) {
      const token = tokens.get(username);
      const form = new FormData();
      form.set("file", new File([pixel], "pixel.png", { type: "image/png" }));
      const media = await ask<{ id: string }>(`${place.url}/api/v2/media`, { body: form, token });
      const status = { status: caption, media_ids: [media.id] };
      await ask(`${place.url}/api/v1/statuses`, { body: status, token });
    },
    async published(username) {
      const path = `/accounts/${nameOf(username)}/statuses`;
      const { statuses } = await admin<{ statuses: Status[] }>(path);
      return statuses.map((status) => ({
        id: status.id,
        caption: status.text,
        files: status.media.length,
        raw: status,
      }));
    },
    revoke: async (username) => void (await admin(`/accounts/${nameOf(username)}/revoke`, {})),
    ...faultsOf(place),
  };
}

const nameOf = (username: string) => username.slice(0, username.indexOf("@"));

/** The faults of the proxy before a server. */
function faultsOf({ url, token }: ServerPlace): Pick<OtherServer, "arm" | "disarm" | "disarmAll"> {
  const steer = <Answer>(path: string, more: { body?: object; method?: string }) =>
    ask<Answer>(`${url}/-/faults${path}`, { ...more, token });
  return {
    arm: async (body) => (await steer<{ fault: { id: number } }>("", { body })).fault.id,
    disarm: async (id) => void (await steer(`/${id}`, { method: "DELETE" })),
    disarmAll: async () => void (await steer("", { method: "DELETE" })),
  };
}

type Asked = { body?: FormData | object | undefined; token?: string | undefined; method?: string };

async function ask<Answer>(
  url: string,
  { body, token, method = body ? "POST" : "GET" }: Asked,
): Promise<Answer> {
  const isJson = body !== undefined && !(body instanceof FormData);
  const answer = await fetch(url, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(isJson && { "content-type": "application/json" }),
    },
    ...(body && { body: isJson ? JSON.stringify(body) : body }),
  });
  const { pathname } = new URL(url);
  if (!answer.ok) throw new Error(`${method} ${pathname} was answered with ${answer.status}.`);
  const text = await answer.text();
  return (text === "" ? {} : JSON.parse(text)) as Answer;
}
