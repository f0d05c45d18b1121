import { randomUUID } from "node:crypto";
import { stackUnderTest } from "./stack-under-test.ts";

const password = "password-of-the-tests";
const collection = "app.bsky.feed.post";
const appPasswordName = "Genie";

/** What a Bluesky server keeps of a post. */
export type BlueskyRecord = {
  text: string;
  createdAt: string;
  facets?: { index: { byteStart: number; byteEnd: number }; features: object[] }[];
  labels?: { values: { val: string }[] };
  embed?: { images?: { alt: string; aspectRatio?: object; image: { mimeType: string } }[] };
};

/** An account on the Bluesky server of the stack, and what its owner and the server's can do. */
export type BlueskyAccount = {
  username: string;
  appPassword: string;
  did: string;
  /** Its posts, newest first. */
  posts: () => Promise<(BlueskyRecord & { id: string })[]>;
  /** Posts a picture, as another program of hers would. */
  postPicture: (text: string, bytes: Uint8Array, mime: string) => Promise<void>;
  deletePost: (id: string) => Promise<void>;
  revokeAppPassword: () => Promise<void>;
  endSessions: () => Promise<void>;
};

/** A server of a platform, and the token that steers it and the proxy before it. */
export type ServerPlace = { url: string; token: string };

function blueskyOfStack(): ServerPlace {
  const { blueskyUrl: url, blueskyFaultsToken: token } = stackUnderTest();
  return { url, token };
}

/** Makes an account with an app password. Throws what the server says where it refuses. */
export async function createBlueskyAccount(place = blueskyOfStack()): Promise<BlueskyAccount> {
  const ask = (path: string, question?: Question) => askServer(place.url + path, question);
  const username = `t${randomUUID().slice(0, 8)}.test`;
  const email = `${username}@example.com`;
  const { did, accessJwt: token } = (await ask("/xrpc/com.atproto.server.createAccount", {
    body: { handle: username, email, password },
  })) as { did: string; accessJwt: string };
  const name = appPasswordName;
  const ofOwner = (method: string, body: object) => ask(`/xrpc/${method}`, { body, token });
  const made = (await ofOwner("com.atproto.server.createAppPassword", { name })) as {
    password: string;
  };
  return {
    username,
    appPassword: made.password,
    did,
    async posts() {
      const all: Page["records"] = [];
      let cursor: string | undefined;
      do {
        const query = {
          repo: did,
          collection,
          limit: "100",
          ...(cursor !== undefined && { cursor }),
        };
        const path = `/xrpc/com.atproto.repo.listRecords?${new URLSearchParams(query).toString()}`;
        const page = (await ask(path)) as Page;
        all.push(...page.records);
        cursor = page.cursor;
      } while (cursor !== undefined);
      return all.map(({ uri, value }) => ({ ...value, id: uri.split("/").at(-1) ?? "" }));
    },
    async postPicture(text, bytes, mime) {
      const uploaded = await ask("/xrpc/com.atproto.repo.uploadBlob", { bytes, mime, token });
      const { blob: image } = uploaded as { blob: object };
      const embed = { $type: "app.bsky.embed.images", images: [{ image, alt: "" }] };
      const record = { $type: collection, text, createdAt: new Date().toISOString(), embed };
      await ofOwner("com.atproto.repo.createRecord", { repo: did, collection, record });
    },
    async deletePost(rkey) {
      await ofOwner("com.atproto.repo.deleteRecord", { repo: did, collection, rkey });
    },
    async revokeAppPassword() {
      await ofOwner("com.atproto.server.revokeAppPassword", { name });
    },
    async endSessions() {
      await ask("/admin/end-sessions", { body: { did }, token: place.token });
    },
  };
}

type Page = { records: { uri: string; value: BlueskyRecord }[]; cursor?: string };
type Question = { body?: object; bytes?: Uint8Array; mime?: string; token?: string };

async function askServer(
  url: string,
  { body, bytes, mime = "application/json", token }: Question = {},
): Promise<unknown> {
  const sent = bytes === undefined ? body && JSON.stringify(body) : Buffer.from(bytes);
  const answer = await fetch(url, {
    method: sent === undefined ? "GET" : "POST",
    headers: {
      ...(sent !== undefined && { "content-type": mime }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(sent !== undefined && { body: sent }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${new URL(url).pathname} was answered with ${text}`);
  return text === "" ? null : JSON.parse(text);
}
