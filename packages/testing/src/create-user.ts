import { randomInt, randomUUID } from "node:crypto";
import { call } from "./call.ts";
import { stackUnderTest } from "./stack-under-test.ts";

export type TestUser = {
  id: string;
  email: string;
  password: string;
  /** Of `POST /auth/login`, 15 minutes. */
  token: string;
  /** Where this user calls from: an address of her own, so that no other test uses up its limits. */
  address: string;
};

/** Makes a person with a password, by the set-up service's token, and signs her in. */
export async function createUser({
  role,
  ...more
}: { role: string } & Record<string, unknown>): Promise<TestUser> {
  const email = `${randomUUID()}@example.com`;
  const password = randomUUID();
  const made = await call("POST", "/users", {
    token: stackUnderTest().adminToken,
    body: { email, password, role, status: "active", ...more },
  });
  if (made.status !== 200) throw new Error(`The user was not made: ${made.text}`);
  const { id } = made.data as { id: string };
  const address = someAddress();
  const token = await signIn({ email, password, address });
  return { id, email, password, token, address };
}

/** A new access token. Throws when the log-in is refused. */
export async function signIn({
  email,
  password,
  address,
}: Pick<TestUser, "address" | "email" | "password">): Promise<string> {
  const answer = await call("POST", "/auth/login", { body: { email, password }, from: address });
  if (answer.status !== 200) throw new Error(`The log-in was refused: ${answer.text}`);
  return (answer.data as { access_token: string }).access_token;
}

/** An address of the block that is kept for benchmarks (RFC 2544), so nobody's. */
export function someAddress(): string {
  return `198.18.${randomInt(256)}.${randomInt(1, 255)}`;
}
