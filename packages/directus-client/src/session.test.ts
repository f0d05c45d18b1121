import { describe, expect, it } from "vitest";
import { createDirectusClient } from "./create-directus-client.ts";
import { signIn } from "./session.ts";

describe("signIn", () => {
  const account = { email: "a@example.com", password: "correct horse" };

  it("asks for a session cookie and sends the code when there is one", async () => {
    const { client, bodies } = answering(200, { data: { expires: 1 } });
    expect(await signIn(client, { ...account, code: "123456" })).toBe("signed_in");
    expect(bodies).toEqual([{ ...account, mode: "session", otp: "123456" }]);
  });

  it("says that a code is wanted", async () => {
    const { client } = answering(401, refusal("INVALID_OTP"));
    expect(await signIn(client, account)).toBe("code_wanted");
  });

  it("says that the password is wrong", async () => {
    const { client } = answering(401, refusal("INVALID_CREDENTIALS"));
    expect(await signIn(client, account)).toBe("wrong_password");
  });

  it("throws what the gate says when there were too many wrong ones", async () => {
    const message = "This account was given too many wrong passwords or codes.";
    const { client } = answering(429, refusal("REQUESTS_EXCEEDED", message));
    await expect(signIn(client, account)).rejects.toMatchObject({ code: "rate_limited", message });
  });

  it("throws for everything else", async () => {
    const { client } = answering(503, refusal("SERVICE_UNAVAILABLE"));
    await expect(signIn(client, account)).rejects.toMatchObject({ code: "upstream_unavailable" });
  });
});

function answering(status: number, answer: unknown) {
  const bodies: unknown[] = [];
  const client = createDirectusClient({
    url: "http://directus.test",
    fetch: (_input, init) => {
      bodies.push(typeof init?.body === "string" ? JSON.parse(init.body) : undefined);
      return Promise.resolve(Response.json(answer, { status }));
    },
  });
  return { client, bodies };
}

function refusal(code: string, message = "x") {
  return { errors: [{ message, extensions: { code } }] };
}
