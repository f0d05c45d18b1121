import { randomUUID } from "node:crypto";
import { stackUnderTest } from "@genie/testing";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { forgetHistory } from "./forget-history.ts";

const connection = new Client(stackUnderTest().databaseUrl);

beforeAll(() => connection.connect());
afterAll(() => connection.end());

it("the versions of a collection that has none go, and of no other, whichever was written along", async () => {
  const item = randomUUID();
  await connection.query("begin");
  try {
    const { rows: made } = await connection.query<{ id: number }>(
      `with log as (
         insert into directus_activity (action, collection, item)
         values ('update', 'conversations', $1), ('update', 'saved_views', $1)
         returning id, collection)
       insert into directus_revisions (activity, collection, item, data)
       select id, collection, $1, '{"title":"words"}' from log order by collection
       returning id`,
      [item],
    );
    await connection.query("update directus_revisions set parent = $1 where id = $2", [
      made[0]?.id,
      made[1]?.id,
    ]);
    expect(await forgetHistory(connection)).toBe(1);
    expect(await forgetHistory(connection)).toBe(0);
    const { rows } = await connection.query(
      "select collection, parent from directus_revisions where item = $1",
      [item],
    );
    expect(rows).toEqual([{ collection: "saved_views", parent: null }]);
  } finally {
    await connection.query("rollback");
  }
});
