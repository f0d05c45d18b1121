import { randomUUID } from "node:crypto";
import { roles } from "@genie/schema";
import { call, createUser, openDatabase, type TestUser } from "@genie/testing";
import { sample } from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Asking, profileOf, tokenOf } from "../testing/action-scene.ts";
import { type Ids, malformedCall } from "../testing/malformed-call.ts";

const calls = 1000;
const atOnce = 8;
/** Always the same calls: what they find is not to hang on luck. */
const seed = 10;

describe("calls that are not as they should be", () => {
  const database = openDatabase();
  const marker = `m${randomUUID()}`;
  let alice: TestUser;
  let bob: TestUser;
  let theirs: Ids;
  let mine: Ids;

  beforeAll(async () => {
    [alice, bob] = await Promise.all([
      createUser({ role: roles.creator.id }),
      createUser({ role: roles.creator.id, first_name: marker }),
    ]);
    [mine, theirs] = await Promise.all([rowsOf(alice, "mine"), rowsOf(bob, marker)]);
  });
  afterAll(async () => {
    await database.end();
  });

  it(`${calls} of them end with a sentence, and neither show nor change what is another's`, async () => {
    const programs = await Promise.all([
      tokenOf(alice, ["write"], true),
      tokenOf(alice, ["write"], false),
      tokenOf(alice, ["read"], false),
    ]);
    const askers: Asking[] = [alice, ...programs];
    const before = await stateOf(bob);
    const wanted = sample(malformedCall(mine, theirs), { numRuns: calls, seed });
    const surprises: string[] = [];
    const statuses = new Map<number, number>();
    const queue = wanted.entries();
    const work = async () => {
      for (const [index, { path, body }] of queue) {
        const { token, address: from } = askers[index % askers.length] ?? alice;
        const answer = await call("POST", `/actions/${path}`, {
          token,
          from,
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body) ?? "",
        });
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        const said = answer.errors[0]?.message;
        const isWrong =
          answer.status >= 500 ||
          answer.text.includes(marker) ||
          (answer.status >= 400 && !/^[A-Z"'].{8,}[.!?]$/s.test(said ?? ""));
        if (isWrong)
          surprises.push(`${path} ${JSON.stringify(body)}: ${answer.status} ${answer.text}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    expect(surprises.map((line) => line.slice(0, 600)).join("\n")).toBe("");
    expect(await stateOf(bob)).toEqual(before);
    // Otherwise nothing came as far as a run.
    expect(statuses.get(200) ?? 0).toBeGreaterThan(20);
    expect(statuses.get(400) ?? 0).toBeGreaterThan(200);
  });

  async function stateOf({ id }: TestUser): Promise<unknown> {
    const tables = [
      "creator_profiles",
      "scraped_media",
      "scheduled_posts",
      "fan_profiles",
      "saved_views",
      "media_jobs",
      "confirmations",
      "agent_audits",
    ];
    const rows = await Promise.all(
      tables.map((table) => database.query(`select * from ${table} where user_id = $1`, [id])),
    );
    const person = await database.query(
      "select first_name, email, role, status, password from directus_users where id = $1",
      [id],
    );
    return [...rows, person].map((found) => found.rows);
  }
});

/** One row of each kind that actions touch, all with the same word in them. */
async function rowsOf(user: TestUser, word: string): Promise<Ids> {
  const make = async (collection: string, body: object) => {
    const { token, address: from } = user;
    const { data, text } = await call("POST", `/items/${collection}`, { token, from, body });
    const { id } = (data ?? {}) as { id?: string };
    if (id === undefined) throw new Error(text);
    return id;
  };
  const creator_profiles = await profileOf(user);
  const account = { creator_profile_id: creator_profiles };
  return {
    creator_profiles,
    scraped_media: await make("scraped_media", { media_type: "image", caption: word }),
    scheduled_posts: await make("scheduled_posts", { ...account, caption: word }),
    fan_profiles: await make("fan_profiles", {
      ...account,
      platform_fan_id: randomUUID(),
      username: word,
      notes: word,
    }),
    saved_views: await make("saved_views", { page: "library", name: word, query: { q: word } }),
    directus_users: user.id,
  };
}
