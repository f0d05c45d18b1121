import { randomBytes } from "node:crypto";

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
  /** Newest first. */
  published: (username: string) => Promise<OtherPost[]>;
  /** Makes what was given to connect the account worthless, as its owner can. */
  revoke: (username: string) => Promise<void>;
  /** Lets something go wrong in the words of `@genie/fault-proxy`; ends it again with the id. */
  arm: (fault: Record<string, unknown>) => Promise<number>;
  disarm: (id: number) => Promise<void>;
  disarmAll: () => Promise<void>;
};

type Place = { url: string; token: string };
type Session = { did: string; accessJwt: string };
type Records = { records: { uri: string; value: Record<string, unknown> }[]; cursor?: string };
type Status = { id: string; text: string; media: unknown[] };

const appName = "Genie Helper";
const unique = () => `t_${randomBytes(4).toString("hex")}`;

/** A real Bluesky server, asked by its own API. `token` steers the proxy before it. */
export function blueskyServer(place: Place): OtherServer {
  const sessions = new Map<string, Session>();
  const xrpc = <Answer>(method: string, body?: object, token?: string) =>
    ask<Answer>(`${place.url}/xrpc/${method}`, { body, token });
  const sessionOf = (username: string): Session => {
    const session = sessions.get(username);
    if (session === undefined) throw new Error(`${username} was not made here.`);
    return session;
  };

  return {
    async createAccount() {
      const handle = `${unique().replace("_", "-")}.test`;
      const password = randomBytes(12).toString("hex");
      const owner = { handle, email: `${handle}@example.com`, password };
      const session = await xrpc<Session>("com.atproto.server.createAccount", owner);
      sessions.set(handle, session);
      const made = await xrpc<{ password: string }>(
        "com.atproto.server.createAppPassword",
        { name: appName },
        session.accessJwt,
      );
      return { username: handle, credentials: { username: handle, password: made.password } };
    },
    async published(username) {
      const { did: repo } = sessionOf(username);
      const posts: OtherPost[] = [];
      let cursor: string | undefined;
      do {
        const collection = "app.bsky.feed.post";
        const query = { repo, collection, limit: "100", ...(cursor !== undefined && { cursor }) };
        const page: Records = await xrpc(
          `com.atproto.repo.listRecords?${new URLSearchParams(query).toString()}`,
        );
        posts.push(...page.records.map(postOf));
        cursor = page.cursor;
      } while (cursor !== undefined);
      return posts;
    },
    async revoke(username) {
      const { accessJwt } = sessionOf(username);
      await xrpc("com.atproto.server.revokeAppPassword", { name: appName }, accessJwt);
    },
    ...faultsOf(place),
  };
}

function postOf({ uri, value }: Records["records"][number]): OtherPost {
  const embed = value["embed"] as { images?: unknown[] } | undefined;
  return {
    id: uri.slice(uri.lastIndexOf("/") + 1),
    caption: String(value["text"]),
    files: embed?.images?.length ?? 0,
    raw: value,
  };
}

/** The double of a Mastodon server, asked as its administrator. `token` steers the proxy before it, too. */
export function mastodonServer(place: Place): OtherServer {
  const admin = <Answer>(path: string, body?: object) =>
    ask<Answer>(`${place.url}/admin${path}`, { body, token: place.token });

  return {
    async createAccount() {
      const name = unique();
      const { token } = await admin<{ token: string }>("/accounts", { username: name });
      const username = `${name}@${new URL(place.url).host}`;
      return { username, credentials: { username, token } };
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
function faultsOf({ url, token }: Place): Pick<OtherServer, "arm" | "disarm" | "disarmAll"> {
  const steer = <Answer>(path: string, more: { body?: object; method?: string }) =>
    ask<Answer>(`${url}/-/faults${path}`, { ...more, token });
  return {
    arm: async (body) => (await steer<{ fault: { id: number } }>("", { body })).fault.id,
    disarm: async (id) => void (await steer(`/${id}`, { method: "DELETE" })),
    disarmAll: async () => void (await steer("", { method: "DELETE" })),
  };
}

type Asked = { body?: object | undefined; token?: string | undefined; method?: string };

async function ask<Answer>(
  url: string,
  { body, token, method = body ? "POST" : "GET" }: Asked,
): Promise<Answer> {
  const answer = await fetch(url, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body && { "content-type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const { pathname } = new URL(url);
  if (!answer.ok) throw new Error(`${method} ${pathname} was answered with ${answer.status}.`);
  const text = await answer.text();
  return (text === "" ? {} : JSON.parse(text)) as Answer;
}
