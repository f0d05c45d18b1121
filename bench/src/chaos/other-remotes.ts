import { randomBytes } from "node:crypto";
import { AppError } from "@genie/errors";
import type { PlatformServer } from "@genie/stack";
import { z } from "zod";
import type { Remote, RemoteAccount } from "./remote.ts";

const Session = z.object({ did: z.string(), accessJwt: z.string() });
const AppPassword = z.object({ password: z.string() });
const Records = z.object({
  records: z.array(z.object({ value: z.object({ text: z.string() }) })),
  cursor: z.string().optional(),
});
const Token = z.object({ token: z.string() });
const Statuses = z.object({ statuses: z.array(z.object({ text: z.string() })) });
const Armed = z.object({ fault: z.object({ id: z.int() }) });

const unique = () => `chaos-${randomBytes(4).toString("hex")}`;

/** A real Bluesky server, asked by its own API. */
export function blueskyRemote(server: PlatformServer): Remote {
  const accounts: string[] = [];
  const xrpc = (method: string, { body, token }: { body?: object; token?: string } = {}) =>
    ask(`${server.url}/xrpc/${method}`, { body, token });

  return {
    async createAccount(): Promise<RemoteAccount> {
      const handle = `${unique()}.test`;
      const login = {
        handle,
        email: `${handle}@example.com`,
        password: randomBytes(12).toString("hex"),
      };
      const made = Session.parse(await xrpc("com.atproto.server.createAccount", { body: login }));
      const { password } = AppPassword.parse(
        await xrpc("com.atproto.server.createAppPassword", {
          body: { name: "Genie Helper" },
          token: made.accessJwt,
        }),
      );
      accounts.push(made.did);
      return { username: handle, credentials: { username: handle, password } };
    },
    async captions() {
      const all: string[] = [];
      for (const repo of accounts) {
        let cursor: string | undefined;
        do {
          const query = new URLSearchParams({
            repo,
            collection: "app.bsky.feed.post",
            limit: "100",
            ...(cursor !== undefined && { cursor }),
          });
          const method = `com.atproto.repo.listRecords?${query.toString()}`;
          const page: z.output<typeof Records> = Records.parse(await xrpc(method));
          all.push(...page.records.map(({ value }) => value.text));
          cursor = page.cursor;
        } while (cursor !== undefined);
      }
      return all;
    },
    ...faultsOf(server),
  };
}

/** The double of a Mastodon server, asked as its administrator. */
export function mastodonRemote(server: PlatformServer): Remote {
  const accounts: string[] = [];
  const admin = (path: string, body?: object) =>
    ask(`${server.url}/admin${path}`, { body, token: server.adminToken });

  return {
    async createAccount(): Promise<RemoteAccount> {
      const name = unique().replace("-", "_");
      const { token } = Token.parse(await admin("/accounts", { username: name }));
      accounts.push(name);
      const username = `${name}@${new URL(server.url).host}`;
      return { username, credentials: { username, token } };
    },
    async captions() {
      const lists = await Promise.all(
        accounts.map(async (name) => Statuses.parse(await admin(`/accounts/${name}/statuses`))),
      );
      return lists.flatMap(({ statuses }) => statuses.map(({ text }) => text));
    },
    ...faultsOf(server),
  };
}

/** The faults of the proxy before a server. */
function faultsOf({
  url,
  adminToken,
}: PlatformServer): Pick<Remote, "arm" | "disarm" | "disarmAll"> {
  const steer = (path: string, body?: object, method?: string) =>
    ask(`${url}/-/faults${path}`, { body, token: adminToken, method });
  return {
    arm: async (fault) => Armed.parse(await steer("", fault)).fault.id,
    disarm: async (id) => void (await steer(`/${id}`, undefined, "DELETE")),
    disarmAll: async () => void (await steer("", undefined, "DELETE")),
  };
}

type Asked = { body?: object | undefined; token?: string | undefined; method?: string | undefined };

async function ask(url: string, { body, token, method = body ? "POST" : "GET" }: Asked) {
  const answer = await fetch(url, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body && { "content-type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (answer.ok) return answer.json();
  const { pathname } = new URL(url);
  throw new AppError("upstream_unavailable", `${pathname} answered ${answer.status}.`);
}
