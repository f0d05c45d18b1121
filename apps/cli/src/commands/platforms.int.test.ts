import { randomUUID } from "node:crypto";
import { roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { genie } from "../testing/genie.ts";

const database = openDatabase();
const username = `test-${randomUUID().slice(0, 13)}`;
const password = randomUUID();
let creator: TestUser;

beforeAll(async () => {
  await sandbox("POST", "/accounts", { username, password, posts: 25 });
  creator = await createUser({ role: roles.creator.id });
  await connect("sandbox", username, { username, password });
});
afterAll(async () => {
  await database.query("delete from directus_users where id = $1", [creator.id]);
  await database.end();
});

it("tells the platforms, how sure they are, and who is connected", async () => {
  const { code, output } = await genie("platforms");
  expect(code).toBe(0);
  expect(output).toMatch(/onlyfans .*OnlyFans .*experimental: npm run genie -- platforms verify/);
  expect(output).toMatch(/sandbox .*Sandbox .*tried and tested/);
  expect(output).toContain(`@${username}`);
});

it("tells what a platform takes", async () => {
  const { code, output } = await genie("platforms", "limits", "sandbox");
  expect([code, output]).toEqual([0, expect.stringContaining("has 500 characters at most")]);
  const unknown = await genie("platforms", "limits", "atlantis");
  expect([unknown.code, unknown.output]).toEqual([
    1,
    expect.stringContaining(`There is no platform "atlantis". There are: sandbox, `),
  ]);
});

it("verify reads with a connected account, says how each step went, and changes nothing", async () => {
  const before = await sandbox("GET", `/posts?username=${username}`);
  const { code, output } = await genie("platforms", "verify", "sandbox", "--account", username);
  expect(output).toMatch(/✓ session: .+\n✓ figures: .+\n✓ posts: .*20.*\n✓ fans: .+\n/);
  expect([code, output]).toEqual([0, expect.stringContaining("no longer experimental")]);
  expect(await sandbox("GET", `/posts?username=${username}`)).toEqual(before);
  const { rows } = await database.query(
    "select 1 from scraped_media where user_id = $1 union all select 1 from profile_snapshots where user_id = $1",
    [creator.id],
  );
  expect(rows).toEqual([]);
  const checks = await asCreator("GET", "/items/platform_checks?filter[platform]=sandbox");
  const passed_at = expect.stringMatching(/^\d{4}-/);
  const check = { id: expect.any(String), platform: "sandbox", version: 1, passed_at };
  expect(checks.data).toEqual([check]);
});

it("a log-in that is refused is said, and nothing counts as checked", async () => {
  const stranger = `test-${randomUUID().slice(0, 13)}`;
  await connect("sandbox", stranger, { username: stranger, password: "not-the-password" });
  const { code, output } = await genie("platforms", "verify", "sandbox", "--account", stranger);
  expect(output).toMatch(/✗ session: Sandbox did not accept .+\.\nsandbox stays experimental/);
  expect(output).not.toContain("✓");
  expect(code).toBe(1);
});

it("an account without a log-in is a sentence, and its platform stays experimental", async () => {
  await connect("onlyfans", username, null);
  const { code, output } = await genie("platforms", "verify", "onlyfans", "--account", username);
  expect([code, output]).toEqual([1, expect.stringContaining("This account has no log-in.")]);
  const checks = await asCreator("GET", "/items/platform_checks?filter[platform]=onlyfans");
  expect(checks.data).toEqual([]);
});

it("an account that is not there is a sentence", async () => {
  const { code, output } = await genie("platforms", "verify", "fansly", "--account", "nobody");
  expect([code, output]).toEqual([
    1,
    expect.stringContaining("No account @nobody of fansly is connected"),
  ]);
});

const asCreator = (method: string, path: string, body?: object) =>
  call(method, path, { token: creator.token, from: creator.address, ...(body && { body }) });

async function connect(platform: string, name: string, credentials: object | null): Promise<void> {
  const row = { platform, username: name, ...(credentials && { credentials }) };
  const { status, text } = await asCreator("POST", "/items/creator_profiles", row);
  expect([status, text]).toEqual([200, text]);
}

async function sandbox(method: string, path: string, body?: object): Promise<unknown> {
  const { sandboxAdminUrl, sandboxAdminToken } = stackUnderTest();
  const answer = await fetch(`${sandboxAdminUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${sandboxAdminToken}` },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}.`);
  return answer.json();
}
