import {
  type DirectusClient,
  type Persona,
  readOwnPersona,
  readViewer,
  type Viewer,
} from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { env } from "#env";
import { isSignedOut } from "./is-signed-out.ts";
import { pathHeader } from "./path-header.ts";
import { homePath, loginPath } from "./safe-next-path.ts";
import { directusAs } from "./server-directus.ts";

export type Session = { viewer: Viewer; persona: Persona | null; directus: DirectusClient };

/** Who asks for the page; null without a live session. Asked of Directus once a request. */
export const getSession = cache(async (): Promise<Session | null> => {
  const [cookieStore, headerStore] = await Promise.all([cookies(), headers()]);
  const token = cookieStore.get(env().SESSION_COOKIE_NAME)?.value;
  if (token === undefined) return null;
  const directus = directusAs(token, headerStore.get("x-forwarded-for"));
  try {
    const viewer = await readViewer(directus);
    return { viewer, persona: await readOwnPersona(directus, viewer), directus };
  } catch (error) {
    if (isSignedOut(error)) return null;
    throw error;
  }
});

/** For pages that strangers see too: they are shown even when Directus is away. */
export async function findSession(): Promise<Session | null> {
  try {
    return await getSession();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** For every page of the shell: the session, or off to the log-in page and back here afterwards. */
export async function requireSession(): Promise<Session> {
  const session = await getSession();
  if (session !== null) return session;
  const headerStore = await headers();
  return redirect(loginPath(headerStore.get(pathHeader) ?? homePath));
}
