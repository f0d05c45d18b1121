import { createApiToken } from "@genie/crypto";
import { programScopes, roles } from "@genie/schema";
import { z } from "zod";
import { answering } from "../answering.ts";
import { callerOf } from "../caller.ts";
import type { Accountability, Context, Endpoint } from "../directus.ts";
import { refusal } from "../refusals.ts";

const NewToken = z.strictObject({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.enum(programScopes)).min(1),
  expires_in_days: z.int().min(1).max(365),
});
const maxTokens = 20;
const dayMs = 86_400_000;

/** `POST /tokens`: a person makes a token for a program. The token is in this answer and nowhere else. */
export const tokens: Endpoint = {
  id: "tokens",
  handler: (router, context) => {
    router.post(
      "/",
      answering(async ({ accountability, body }) => {
        const user = userWhoMayHaveTokens(accountability);
        const parsed = NewToken.safeParse(body);
        if (!parsed.success) {
          throw refusal(
            "INVALID_PAYLOAD",
            "A token needs a name (up to 80 characters), scopes (read, write) and expires_in_days (1 to 365).",
          );
        }
        return createToken(context, user, parsed.data);
      }),
    );
  },
};

function userWhoMayHaveTokens(accountability: Accountability | undefined): string {
  const allowed = callerOf(accountability) === "admin" || accountability?.role === roles.creator.id;
  if (accountability?.user && allowed) return accountability.user;
  throw refusal(
    "FORBIDDEN",
    "Only a creator who is signed in herself can create a token; a program can't.",
  );
}

async function createToken(
  { database, services, getSchema }: Context,
  user: string,
  { name, scopes, expires_in_days: days }: z.infer<typeof NewToken>,
) {
  const kept = await database("api_tokens")
    .where({ user_id: user, extension_pairing_id: null })
    .select("id");
  if (kept.length >= maxTokens) {
    throw refusal(
      "CONFLICT",
      `You have ${maxTokens} tokens, which is the most. Revoke one that you no longer use first.`,
    );
  }
  const { token, hash, hint } = createApiToken();
  const shown = {
    name,
    hint,
    scopes: scopes.includes("write") ? ["read", "write"] : ["read"],
    expires_at: new Date(Date.now() + days * dayMs).toISOString(),
  };
  const items = new services.ItemsService("api_tokens", {
    schema: await getSchema(),
    accountability: null,
  });
  const id = await items.createOne({ user_id: user, hash, ...shown });
  return { id, token, ...shown };
}
