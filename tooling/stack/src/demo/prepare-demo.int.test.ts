import { randomUUID } from "node:crypto";
import { openDatabase, stackUnderTest } from "@genie/testing";
import { afterAll, expect, it } from "vitest";
import { type DemoStack, prepareDemo } from "./prepare-demo.ts";

const stack = stackUnderTest();
const database = openDatabase();
const email = `demo-${randomUUID()}@example.com`;

afterAll(async () => {
  await database.query(
    `UPDATE scheduled_posts SET status = 'cancelled' WHERE status = 'pending' AND user_id = ${owner}`,
    [email],
  );
  await database.end();
});

const owner = "(SELECT id FROM directus_users WHERE email = $1)";

it("the demo has an account that is read, a copy and posts to come, and makes them once", async () => {
  const demo = await describeDemo();
  const { nextPost } = await prepareDemo(demo);
  const soon = (nextPost?.getTime() ?? 0) - Date.now();
  expect(soon).toBeGreaterThan(0);
  expect(soon).toBeLessThanOrEqual(2 * 60_000);

  const first = await counts();
  expect(first).toMatchObject({ profiles: 1, copies: 1, posts: 4, zones: 1 });
  expect(first.read).toBeGreaterThanOrEqual(200);
  expect(demo.told.join("\n")).toMatch(/Reading the sandbox profile .*100 %/);

  await prepareDemo(demo);
  expect(await counts()).toEqual(first);
});

async function describeDemo(): Promise<DemoStack & { told: string[] }> {
  const account = { username: `demo-${randomUUID().slice(0, 8)}`, password: randomUUID() };
  const made = await fetch(`${stack.sandboxAdminUrl}/accounts`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${stack.sandboxAdminToken}`,
      "content-type": "application/json",
    },
    body: JSON.stringify(account),
  });
  expect(made.status).toBe(201);
  const told: string[] = [];
  return {
    directusUrl: stack.directusUrl,
    adminToken: stack.adminToken,
    email,
    password: randomUUID(),
    account,
    told,
    tell: (line) => told.push(line),
    signal: new AbortController().signal,
  };
}

const count = (table: string, filter = "true") =>
  `(SELECT count(*)::int FROM ${table} WHERE user_id = ${owner} AND ${filter})`;

async function counts(): Promise<Record<string, number>> {
  const { rows } = await database.query(
    `SELECT ${count("creator_profiles")} AS profiles,
            ${count("scraped_media", "source = 'scraped'")} AS read,
            ${count("scraped_media", "source = 'derived'")} AS copies,
            ${count("scheduled_posts")} AS posts,
            ${count("user_personas", "onboarding_state = 'zone_chosen'")} AS zones,
            ${count("media_jobs", "job_type <> 'publish_post'")} AS jobs`,
    [email],
  );
  return rows[0];
}
