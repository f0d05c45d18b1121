import { passwordTooShort } from "@genie/accounts";
import { createDirectusClient } from "@genie/directus-client";
import { describe, expect, it } from "vitest";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";
import { registerCreator } from "./register-creator.ts";

const messages = messagesFor(defaultLocale);
const good = { email: " Ann@Example.com ", password: "plum orbit tractor sleeve" };

describe("registerCreator", () => {
  it("asks for a Creator under the normalised address", async () => {
    const { directus, bodies } = answering(200, { data: { state: "confirm" } });
    const result = await registerCreator(directus, { ...good, displayName: " Ann " }, messages);
    expect(result).toEqual({ email: "ann@example.com", state: "confirm" });
    const { password } = good;
    expect(bodies).toEqual([{ email: "ann@example.com", password, displayName: "Ann" }]);
  });

  it.each([
    [{ ...good, email: "nope" }, "email", messages.registration.emailInvalid],
    [{ ...good, password: "short" }, "password", passwordTooShort],
    [{ ...good, displayName: "x".repeat(51) }, "displayName", messages.registration.nameTooLong],
    [{ password: good.password }, "email", messages.registration.emailInvalid],
    [{ ...good, role: "administrator" }, undefined, messages.requests.unexpectedFields],
    [null, undefined, messages.requests.unexpectedFields],
  ])("%j is refused without asking Directus", async (body, field, message) => {
    const { directus, bodies } = answering(200, {});
    const refused = { code: "invalid_input", message, ...(field !== undefined && { field }) };
    expect(await registerCreator(directus, body, messages)).toEqual({ refused });
    expect(bodies).toEqual([]);
  });

  it.each([
    ["WEAK_PASSWORD", 400, { code: "invalid_input", field: "password", message: "x" }],
    ["CONFLICT", 409, { code: "conflict", field: "email", message: "x" }],
  ])("passes %s of the gate on, beside its field", async (code, status, refused) => {
    const { directus } = answering(status, refusal(code));
    expect(await registerCreator(directus, good, messages)).toEqual({ refused });
  });

  it("says that Directus is away", async () => {
    const { directus } = answering(503, refusal("SERVICE_UNAVAILABLE"));
    await expect(registerCreator(directus, good, messages)).rejects.toMatchObject({
      code: "upstream_unavailable",
      message: messages.registration.unavailable,
    });
  });

  it("does not show a creator what is wrong with the server's own token", async () => {
    const { directus } = answering(401, refusal("INVALID_CREDENTIALS"));
    await expect(registerCreator(directus, good, messages)).rejects.toMatchObject({
      code: "internal",
    });
  });
});

function answering(status: number, answer: unknown) {
  const bodies: unknown[] = [];
  const directus = createDirectusClient({
    url: "http://directus.test",
    fetch: (_input, init) => {
      bodies.push(typeof init?.body === "string" ? JSON.parse(init.body) : undefined);
      return Promise.resolve(Response.json(answer, { status }));
    },
  });
  return { directus, bodies };
}

function refusal(code: string) {
  return { errors: [{ message: "x", extensions: { code } }] };
}
