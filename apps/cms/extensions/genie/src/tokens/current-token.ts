import { hashApiToken } from "@genie/crypto";
import type { ApiTokenScope } from "@genie/schema";
import type { Knex } from "knex";
import { bearerToken } from "../bearer-token.ts";
import { isProgram } from "../caller.ts";
import type { GateRequest } from "../directus.ts";
import { refusal } from "../refusals.ts";

type CurrentToken = {
  user_id: string;
  name: string;
  scopes: ApiTokenScope[];
  asks_first: boolean;
  expires_at: Date;
};

/** What a program's own token is. Throws FORBIDDEN for whoever asks with none. */
export async function currentToken(
  database: Knex,
  request: Pick<GateRequest, "accountability" | "headers">,
): Promise<CurrentToken> {
  const token = isProgram(request.accountability) ? bearerToken(request) : null;
  const row =
    token === null
      ? undefined
      : await database("api_tokens")
          .where({ hash: hashApiToken(token) })
          .first<CurrentToken | undefined>("user_id", "name", "scopes", "asks_first", "expires_at");
  if (row) return row;
  throw refusal("FORBIDDEN", "Only a program asks for its token; this request brought none.");
}
