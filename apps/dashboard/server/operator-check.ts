import type { IncomingMessage } from "node:http";
import { equalSecrets } from "@genie/crypto";
import { z } from "zod";
import type { Env } from "../env.ts";

const Globals = z.object({ data: z.object({ admin_access: z.boolean() }) });
const answerWithinMs = 3_000;

/** Whether a request comes from who runs this server: with the operator's token, or an administrator's session. */
export function createOperatorCheck(
  env: Pick<Env, "DIRECTUS_ADMIN_TOKEN" | "DIRECTUS_URL" | "SESSION_COOKIE_NAME">,
): (request: IncomingMessage) => Promise<boolean> {
  return async ({ headers }) => {
    const [, bearer = ""] = /^Bearer (.+)$/i.exec(headers.authorization ?? "") ?? [];
    if (equalSecrets(bearer, env.DIRECTUS_ADMIN_TOKEN)) return true;
    const session = cookieOf(headers.cookie ?? "", env.SESSION_COOKIE_NAME);
    return session !== null && (await isAdministrator(env.DIRECTUS_URL, session));
  };
}

function cookieOf(header: string, name: string): string | null {
  const pairs = header.split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

async function isAdministrator(directusUrl: string, session: string): Promise<boolean> {
  try {
    const answer = await fetch(`${directusUrl}/policies/me/globals`, {
      headers: { authorization: `Bearer ${session}` },
      signal: AbortSignal.timeout(answerWithinMs),
    });
    return answer.ok && Globals.parse(await answer.json()).data.admin_access;
  } catch {
    // Nobody can say who asks while Directus is away.
    return false;
  }
}
