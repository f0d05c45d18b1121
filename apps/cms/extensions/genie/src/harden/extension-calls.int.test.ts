import { everyCollection, roles } from "@genie/schema";
import { createUser } from "@genie/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { asExtension, pairBrowser } from "../testing/pairing-scene.ts";

const sentence = "A paired browser may hand over cookies and nothing else. Nothing was done.";
const id = "00000000-0000-4000-8000-000000000000";

const elsewhere = [
  ...everyCollection.map(({ name }) => `/items/${name}`),
  "/account/password",
  "/actions/x",
  "/assets/x",
  "/auth/logout",
  "/auth/refresh",
  "/collections",
  "/extensions",
  "/fields",
  "/files",
  "/flows",
  `/flows/trigger/${id}`,
  "/graphql",
  "/jobs/cancel",
  "/jobs/sweep",
  "/notifications",
  "/pairings",
  "/pairings/Platforms",
  "/pairings/platforms/",
  "/pairings/redeem",
  "/pairings/sessions/x",
  "/permissions/me",
  "/policies/me/globals",
  "/publishing/claim",
  "/publishing/settle",
  "/relations",
  "/roles/me",
  "/schema/snapshot",
  "/server/info",
  "/settings",
  "/tokens",
  "/uploads",
  "/users/me",
  "/utils/random/string",
  "/nowhere",
];
const methods = ["GET", "POST", "PATCH", "DELETE", "SEARCH", "PUT"];

describe("the token of a paired browser", () => {
  let token: string;

  beforeAll(async () => {
    ({ token } = await pairBrowser(await createUser({ role: roles.creator.id })));
  });

  it.each(elsewhere)("opens nothing of %s", async (path) => {
    for (const method of methods) {
      const body = method === "GET" ? {} : { body: {} };
      const answer = await asExtension(method, path, { token, ...body });
      expect([method, path, answer.status, answer.errors[0]?.message]).toEqual([
        method,
        path,
        403,
        sentence,
      ]);
    }
  });

  it.each([
    ["POST", "/pairings/platforms"],
    ["GET", "/pairings/sessions"],
    ["DELETE", "/pairings/leave"],
    ["GET", "/pairings/wipe"],
  ])("opens its own calls by their own methods alone: not %s %s", async (method, path) => {
    const { status } = await asExtension(method, path, { token });
    expect(status).toBe(403);
  });

  it("opens its own calls", async () => {
    expect((await asExtension("GET", "/pairings/platforms", { token })).status).toBe(200);
  });
});
