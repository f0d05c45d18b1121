import { answering } from "../answering.ts";
import type { Endpoint } from "../directus.ts";
import { createToken, NewToken } from "./create-token.ts";
import { currentToken } from "./current-token.ts";
import { whoMayHaveTokens } from "./who-may-have-tokens.ts";
import { refusal } from "../refusals.ts";

/**
 * `POST /tokens`: a person makes a token for a program. The token is in this answer and nowhere else.
 * `GET /tokens/current` tells a program of the token that it asks with.
 */
export const tokens: Endpoint = {
  id: "tokens",
  handler: (router, context) => {
    router.post(
      "/",
      answering(async ({ accountability, body }) => {
        const owner = whoMayHaveTokens(accountability);
        const wanted = NewToken.safeParse(body);
        if (wanted.success) return createToken(context, owner, wanted.data);
        throw refusal(
          "INVALID_PAYLOAD",
          "A token needs a name (up to 80 characters), scopes (read, write, administer) and expires_in_days (1 to 365); asks_first is true or false.",
        );
      }),
    );
    router.get(
      "/current",
      answering((request) => currentToken(context.database, request)),
    );
  },
};
