import { call, type TestUser } from "@genie/testing";

type Token = { id: string; token: string };

/** A token as its person makes it in Settings. */
export async function createToken(
  { token, address }: TestUser,
  scopes: readonly string[],
  asksFirst = false,
): Promise<Token> {
  const made = await call("POST", "/tokens", {
    token,
    from: address,
    body: { name: "an agent", scopes, expires_in_days: 1, asks_first: asksFirst },
  });
  if (made.status !== 200) throw new Error(`The token was not made: ${made.text}`);
  return made.data as Token;
}

/** Takes it back, as its person does in Settings. */
export async function revokeToken({ token, address }: TestUser, { id }: Token): Promise<void> {
  const gone = await call("DELETE", `/items/api_tokens/${id}`, { token, from: address });
  if (gone.status !== 204) throw new Error(`The token was not revoked: ${gone.text}`);
}
