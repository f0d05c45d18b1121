import { expect, it } from "vitest";
import { createDirectusClient } from "./create-directus-client.ts";
import { listFans } from "./fans.ts";

const viewer = { id: "me", isAdmin: false };

it("asks for fans by what the query says, those with the figure first", async () => {
  const asked: Record<string, unknown>[] = [];
  const client = createDirectusClient({
    url: "http://directus.example",
    fetch: (input) => {
      const { searchParams } = new URL(input instanceof Request ? input.url : input);
      const { filter = "{}", sort } = Object.fromEntries(searchParams);
      asked.push({ ...(JSON.parse(filter) as object), sort });
      return Promise.resolve(Response.json({ data: [] }));
    },
  });
  await listFans(client, viewer, { search: "ma", status: "active", minScore: 50 });
  await listFans(client, { id: "admin", isAdmin: true }, { sort: "name", account: "one" });
  const words = { _icontains: "ma" };
  const query = { _or: [{ display_name: words }, { username: words }], status: { _eq: "active" } };
  const byName = "display_name,username,id";
  expect(asked).toEqual([
    {
      ...query,
      engagement_score: { _gte: 50, _nnull: true },
      sort: `-engagement_score,${byName}`,
    },
    { ...query, engagement_score: { _gte: 50, _null: true }, sort: byName },
    { user_id: { _eq: "admin" }, creator_profile_id: { _eq: "one" }, sort: byName },
  ]);
});
