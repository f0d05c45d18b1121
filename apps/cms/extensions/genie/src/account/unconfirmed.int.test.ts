import { roles } from "@genie/schema";
import {
  call,
  createUser,
  lettersTo,
  linkIn,
  openDatabase,
  signIn,
  someAddress,
  stackUnderTest,
} from "@genie/testing";
import { afterAll, describe, expect, it } from "vitest";

const strong = "quiet marble lantern seven";
const other = "velvet orbit tractor sleeve";

const { adminToken, workerToken } = stackUnderTest();
const database = openDatabase();
afterAll(() => database.end());

const newAddress = () => `${crypto.randomUUID()}@example.com`;
const asStranger = (path: string, body: object) =>
  call("POST", `/account/${path}`, { body, from: someAddress() });
const linkTo = async (email: string, count = 1) => {
  const [letter] = await lettersTo(email, count);
  if (letter === undefined) throw new Error("No letter came.");
  return linkIn(letter);
};
const sweep = () => call("POST", "/jobs/sweep", { token: workerToken, body: {} });

/** A registration that nobody has confirmed, and the link of its letter. */
async function register(password = strong) {
  const email = newAddress();
  await call("POST", "/account/register", { token: adminToken, body: { email, password } });
  const token = await linkTo(email);
  const id = await userWith(email);
  if (id === undefined) throw new Error("There is no such account.");
  return { id, email, token };
}

async function userWith(email: string): Promise<string | undefined> {
  const { rows } = await database.query<{ id: string }>(
    "select id from directus_users where email = $1",
    [email],
  );
  return rows[0]?.id;
}

const endLinks = (id: string, since: string) =>
  database.query("update account_links set expires_at = now() - $2::interval where user_id = $1", [
    id,
    since,
  ]);

describe("a registration that nobody confirmed", () => {
  it("is forgotten a day after its link ended, unless it was used or owns something", async () => {
    const [old, fresh, seen, owning, made] = [
      await register(),
      await register(),
      await register(),
      await register(),
      await register(),
    ];
    for (const { id } of [old, seen, owning]) await endLinks(id, "25 hours");
    await endLinks(fresh.id, "23 hours");
    await database.query("update directus_users set last_access = now() where id = $1", [seen.id]);
    await database.query(
      `insert into saved_views (id, user_id, page, name, query)
       values (gen_random_uuid(), $1, 'x', 'x', '{}')`,
      [owning.id],
    );
    // As an administrator makes one.
    await database.query("delete from account_links where user_id = $1", [made.id]);
    const left = async () => {
      const there = [old, fresh, seen, owning, made].map(({ email }) => userWith(email));
      return (await Promise.all(there)).map((id) => id !== undefined);
    };
    await expect
      .poll(async () => {
        await sweep();
        return left();
      })
      .toEqual([false, true, true, true, true]);
    await database.query("delete from saved_views where user_id = $1", [owning.id]);
  });

  it("makes way for whoever changes her address to it, once she opened the letter", async () => {
    const user = await createUser({ role: roles.creator.id });
    const squatted = await register(other);
    const asked = await call("POST", "/account/email", {
      token: user.token,
      from: user.address,
      body: { email: squatted.email, password: user.password },
    });
    expect([asked.status, asked.data]).toEqual([200, {}]);
    const token = await linkTo(squatted.email, 2);
    // Asking alone takes nothing away.
    expect(await userWith(squatted.email)).toBe(squatted.id);
    expect((await asStranger("confirm", { token })).status).toBe(200);
    expect(await userWith(squatted.email)).toBe(user.id);
    const late = await asStranger("confirm", { token: squatted.token, password: other });
    expect(late.errors[0]?.extensions?.code).toBe("LINK_OVER");
    await signIn({ ...user, email: squatted.email });
    await expect(
      signIn({ email: squatted.email, password: other, address: someAddress() }),
    ).rejects.toThrow("refused");
  });

  it("makes way for an invitation, and opens nothing from then on", async () => {
    const squatted = await register(other);
    const body = { email: squatted.email };
    expect((await call("POST", "/account/invite", { token: adminToken, body })).status).toBe(200);
    const late = await asStranger("confirm", { token: squatted.token, password: other });
    expect(late.errors[0]?.extensions?.code).toBe("LINK_OVER");
    const token = await linkTo(squatted.email, 2);
    expect((await asStranger("accept", { token, password: strong })).status).toBe(200);
    await signIn({ email: squatted.email, password: strong, address: someAddress() });
  });

  it("stays where somebody was signed in to it once", async () => {
    const squatted = await register();
    await database.query("update directus_users set last_access = now() where id = $1", [
      squatted.id,
    ]);
    const body = { email: squatted.email };
    expect((await call("POST", "/account/invite", { token: adminToken, body })).status).toBe(409);
  });
});
