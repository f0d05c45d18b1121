import { startMastodonDouble } from "../start-mastodon-double.ts";

const adminToken = "admin-token-of-the-tests-0123456789";

/** A double of its own, and the calls of its admin. */
export async function doubleUnderTest() {
  const { url, close } = await startMastodonDouble({ adminToken });
  const admin = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${url}/admin${path}`, {
      method,
      headers: { authorization: `Bearer ${adminToken}` },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}.`);
    return answer.json();
  };
  return {
    url,
    admin,
    createAccount: async (username: string) =>
      (await admin("POST", "/accounts", { username })) as { id: string; token: string },
    [Symbol.asyncDispose]: close,
  };
}

/** A PNG's head, which says its size. */
export function pngOf(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.alloc(40);
  bytes.write("\x89PNG\r\n\x1a\n", "latin1");
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return new Uint8Array(bytes);
}
