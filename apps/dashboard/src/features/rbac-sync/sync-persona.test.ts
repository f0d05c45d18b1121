import { createDirectusClient } from "@genie/directus-client";
import { describe, expect, it } from "vitest";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";
import { syncPersona } from "./sync-persona.ts";

const messages = messagesFor(defaultLocale);
const user = "0199aaaa-0000-7000-8000-000000000001";
const event = { event: "users.create", user };

describe("syncPersona", () => {
  it("creates the row with the first name", async () => {
    const { directus, created } = fakeDirectus({ first_name: "Ann", email: "a@example.com" });
    expect(await syncPersona(directus, event, messages)).toBe("created");
    expect(created).toEqual([
      { user_id: user, display_name: "Ann", onboarding_state: "new", timezone: "UTC" },
    ]);
  });

  it("falls back to the e-mail's local part", async () => {
    const { directus, created } = fakeDirectus({ first_name: null, email: "ann.lee@example.com" });
    await syncPersona(directus, event, messages);
    expect(created).toMatchObject([{ display_name: "ann.lee" }]);
  });

  it("accepts a replay without a second row", async () => {
    const { directus, created } = fakeDirectus({ first_name: "Ann", email: "a@example.com" });
    await syncPersona(directus, event, messages);
    expect(await syncPersona(directus, event, messages)).toBe("exists");
    expect(created).toHaveLength(1);
  });

  it.each([{ event: "users.delete", user }, { event: "users.create", user: "1" }, {}, null, []])(
    "%j is refused",
    async (body) => {
      const { directus } = fakeDirectus({ first_name: "Ann", email: "a@example.com" });
      await expect(syncPersona(directus, body, messages)).rejects.toMatchObject({
        code: "invalid_input",
      });
    },
  );

  it("says that there is no such user", async () => {
    const { directus, created } = fakeDirectus(null);
    await expect(syncPersona(directus, event, messages)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(created).toEqual([]);
  });
});

function fakeDirectus(found: { first_name: string | null; email: string } | null) {
  const created: unknown[] = [];
  const directus = createDirectusClient({
    url: "http://directus.test",
    fetch: (_input, init) => Promise.resolve(init?.method === "POST" ? insert(init.body) : read()),
  });
  return { directus, created };

  function read(): Response {
    return found === null ? refusal(403, "FORBIDDEN") : Response.json({ data: found });
  }
  function insert(body: unknown): Response {
    if (created.length > 0) return refusal(400, "RECORD_NOT_UNIQUE");
    created.push(JSON.parse(String(body)));
    return Response.json({ data: { id: "1" } });
  }
}

function refusal(status: number, code: string): Response {
  return Response.json({ errors: [{ message: "x", extensions: { code } }] }, { status });
}
