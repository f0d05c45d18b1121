import type { Cookie } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import { z } from "zod";
import type { AdapterContext, LogInResult, ProfileFigures } from "../adapter.ts";
import type { Credentials } from "../platform.ts";
import { plainHandle, sessionParts } from "./platform.ts";
import { userAgent } from "../api/call-json.ts";
import { ask, serverOf } from "./server.ts";

const DidDocument = z.object({
  service: z.array(
    z
      .object({
        id: z.string().endsWith("#atproto_pds"),
        serviceEndpoint: z.url({ protocol: /^https?$/ }),
      })
      .or(z.unknown().transform(() => null)),
  ),
});
const Claims = z.object({ exp: z.number() });

/** Opens a session with the app password. What keeps it are cookies of names of our own. */
export async function logIn(
  context: AdapterContext,
  entry: string,
  { username = "", password = "" }: Credentials,
): Promise<LogInResult> {
  const { agent } = serverOf(context, { entry, cookies: [] });
  const identifier = plainHandle(username);
  const session = await ask(() =>
    agent.com.atproto.server.createSession({ identifier, password }),
  ).catch((error: unknown) => {
    throw isRefusal(error) ? refused() : error;
  });
  requireAccount(context, session);
  const origin = serverIn(session.didDoc, entry);
  const expiresAt = expiryOf(session.accessJwt);
  const values = { token: session.accessJwt, did: session.did, server: origin };
  return {
    kind: "signed_in",
    cookies: (["token", "did", "server"] as const).map((part) =>
      sessionCookie(sessionParts[part], values[part], { origin, expiresAt }),
    ),
    userAgent,
    expiresAt,
  };
}

/** `expired` when the session does not hold any more. Throws `invalid_input` for who has none at all. */
export async function resumeSession(
  context: AdapterContext,
  entry: string,
  cookies: Cookie[],
): Promise<"active" | "expired"> {
  if (cookies.length === 0) {
    throw new AppError(
      "invalid_input",
      "Bluesky is read by its API, so no browser can read it. Nothing was changed; let Genie read the account by itself.",
    );
  }
  const { agent } = serverOf(context, { entry, cookies });
  const session = await ask(() => agent.com.atproto.server.getSession()).catch((error: unknown) => {
    if (isRefusal(error)) return null;
    throw error;
  });
  if (session === null) return "expired";
  requireAccount(context, session);
  return "active";
}

/** The figures of the account itself; those that only Bluesky's index knows are null where it is silent. */
export async function scrapeProfile(
  context: AdapterContext,
  entry: string,
): Promise<ProfileFigures> {
  const { agent } = serverOf(context, { entry });
  const { did, handle } = await ask(() => agent.com.atproto.server.getSession());
  const profile = await ask(() => agent.app.bsky.actor.getProfile({ actor: did })).catch(
    (error: unknown) => {
      const isSilent = error instanceof AppError && error.code === "upstream_unavailable";
      if (isSilent && !context.signal.aborted) return null;
      throw error;
    },
  );
  return {
    displayName: profile?.displayName || handle,
    followers: profile?.followersCount ?? null,
    following: profile?.followsCount ?? null,
    posts: profile?.postsCount ?? null,
    likes: null,
    earnings: null,
    currency: null,
  };
}

const isRefusal = (error: unknown) =>
  error instanceof AppError && error.code === "reconnect_required";

/** Throws `reconnect_required` when somebody else is signed in. */
function requireAccount(
  { username }: AdapterContext,
  { handle, did }: { handle: string; did: string },
): void {
  const wanted = plainHandle(username);
  if (wanted === plainHandle(handle) || wanted === did) return;
  throw new AppError(
    "reconnect_required",
    `This app password is of @${plainHandle(handle).slice(0, 253)}, and not of @${wanted}. Nothing was changed there; connect the account with its own.`,
  );
}

/** Where the account's records are; a server that is not the entry is spoken to by TLS alone. */
function serverIn(didDocument: unknown, entry: string): string {
  const services = DidDocument.safeParse(didDocument).data?.service ?? [];
  const endpoint = services.find((service) => service !== null)?.serviceEndpoint;
  const origin = endpoint === undefined ? entry : new URL(endpoint).origin;
  return origin.startsWith("https:") ? origin : entry;
}

function expiryOf(token: string): Date | null {
  try {
    const [, claims = ""] = token.split(".");
    const { exp } = Claims.parse(JSON.parse(Buffer.from(claims, "base64url").toString("utf8")));
    return new Date(exp * 1000);
  } catch {
    // Its inside is the server's own affair.
    return null;
  }
}

function sessionCookie(
  name: string,
  value: string,
  { origin, expiresAt }: { origin: string; expiresAt: Date | null },
): Cookie {
  const { hostname, protocol } = new URL(origin);
  return {
    name,
    value,
    domain: hostname,
    path: "/",
    expires: expiresAt === null ? -1 : Math.floor(expiresAt.getTime() / 1000),
    httpOnly: true,
    secure: protocol === "https:",
    sameSite: "Strict",
  };
}

function refused(): AppError {
  return new AppError(
    "reconnect_required",
    "Bluesky did not accept this handle and app password. Nothing was changed there; make a new app password and connect the account with it.",
  );
}
