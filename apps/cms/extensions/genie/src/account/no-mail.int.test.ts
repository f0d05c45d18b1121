import { roles } from "@genie/schema";
import { call, createUser, signIn, someAddress, stackUnderTest } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OwnDirectus, startDirectus } from "../../../../src/testing/start-directus.ts";

const strong = "quiet marble lantern seven";

const address = () => `${crypto.randomUUID()}@example.com`;

describe("where no mail server is set", () => {
  const { adminToken } = stackUnderTest();
  let directus: OwnDirectus;
  const post = (path: string, body: object, token?: string) =>
    call("POST", path, { to: directus.url, token, body, from: someAddress() });

  beforeAll(async () => {
    directus = await startDirectus({});
  });
  afterAll(() => directus.stop());

  it("what needs a letter says so and who helps", async () => {
    const user = await createUser({ role: roles.creator.id });
    // Sessions of the other Directus are signed with another secret.
    const signedIn = await post("/auth/login", { email: user.email, password: user.password });
    const { access_token: token } = signedIn.data as { access_token: string };
    const answers = [
      await post("/account/forgot", { email: user.email }),
      await post("/account/email", { email: address(), password: user.password }, token),
    ];
    for (const { status, errors } of answers) {
      expect(status).toBe(503);
      expect(errors[0]?.message).toMatch(/sends no e-mail.*Ask the person who runs it/);
    }
    await signIn(user);
  });

  it("an account is open at once, and an address that is taken is said to be", async () => {
    const body = { email: address(), password: strong };
    expect((await post("/account/register", body, adminToken)).data).toEqual({ state: "active" });
    await signIn({ ...body, address: someAddress() });
    expect((await post("/account/register", body, adminToken)).errors[0]?.message).toMatch(
      /already an account/,
    );
  });

  it("the operator hands the link of an invitation over herself", async () => {
    const email = address();
    const { data } = await post("/account/invite", { email }, adminToken);
    const { link } = data as { link: string };
    const token = new URL(link).hash.slice(1);
    expect((await post("/account/accept", { token, password: strong })).data).toEqual({ email });
    await signIn({ email, password: strong, address: someAddress() });
  });

  it("no letter is tried, and nothing complains of that", () => {
    expect(directus.log()).not.toMatch(/sendmail|via mail|letter/);
  });
});
