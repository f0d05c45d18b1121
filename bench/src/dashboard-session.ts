import { randomBytes } from "node:crypto";
import {
  createActiveUser,
  createDirectusClient,
  type DirectusClient,
  signIn,
} from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { roles } from "@genie/schema";

/** Somebody who is signed in at the dashboard, as a browser is: her requests go by its origin, with its cookies. */
export type DashboardSession = {
  client: DirectusClient;
  email: string;
  password: string;
};

/** Makes a creator and signs her in. */
export async function openDashboardSession(addresses: {
  dashboardUrl: string;
  directus: { url: string };
  adminToken: string;
}): Promise<DashboardSession> {
  const { dashboardUrl, directus, adminToken } = addresses;
  const password = randomBytes(18).toString("base64url");
  const email = `bench-${randomBytes(4).toString("hex")}@example.com`;
  await createActiveUser(createDirectusClient({ url: directus.url, token: adminToken }), {
    email,
    password,
    firstName: "Bench",
    roleId: roles.creator.id,
  });
  const client = createDirectusClient({
    url: `${dashboardUrl}/api/directus`,
    fetch: withCookies(dashboardUrl),
  });
  if ((await signIn(client, { email, password })) !== "signed_in") {
    throw new AppError("unauthenticated", "The new creator can't sign in at the dashboard.");
  }
  return { client, email, password };
}

function withCookies(origin: string): typeof fetch {
  const cookies = new Map<string, string>();
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set("origin", origin);
    headers.set("cookie", [...cookies].map((pair) => pair.join("=")).join("; "));
    const response = await fetch(input, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
      cookies.set(name, value);
    }
    return response;
  };
}
