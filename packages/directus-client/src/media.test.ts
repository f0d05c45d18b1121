import { describe, expect, it } from "vitest";
import { createDirectusClient } from "./create-directus-client.ts";
import { listMedia, type MediaCursor, type MediaOrder, type MediaQuery } from "./media.ts";

const notInBin = { trashed_at: { _null: true } };
const viewer = { id: "me", isAdmin: false };

describe("listMedia", () => {
  it.each([
    ["likes", 2, 3],
    ["likes", 4, 2],
    ["likes", 5, 0],
    ["earnings", 3, 6],
    ["newest", 0, 7],
    ["newest", 0, 8],
    ["likes", 0, 0],
  ] as const)(
    "by %s gives every entry once: %i with the figure, %i without",
    async (order, measured, rest) => {
      const seen = await readAll({ order }, measured, rest);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toHaveLength(measured + rest);
      // Those with the figure come first.
      expect(seen.slice(0, measured).every((id) => id.startsWith("measured"))).toBe(true);
    },
  );

  it("asks for the viewer's own rows only when she sees others' too", async () => {
    const filters: unknown[] = [];
    const client = directusWith(0, 0, (filter) => filters.push(filter));
    await listMedia(client, { id: "admin", isAdmin: true }, { search: "sea" });
    await listMedia(client, viewer, { search: "sea", platform: "sandbox" });
    expect(filters).toEqual([
      { user_id: { _eq: "admin" }, ...notInBin, caption: { _icontains: "sea" } },
      {
        ...notInBin,
        caption: { _icontains: "sea" },
        creator_profile_id: { platform: { _eq: "sandbox" } },
      },
    ]);
  });
});

/** Every page after the other, four entries each. */
async function readAll(query: MediaQuery & { order: MediaOrder }, measured: number, rest: number) {
  const client = directusWith(measured, rest);
  const seen: string[] = [];
  let cursor: MediaCursor | undefined;
  do {
    const page = await listMedia(client, viewer, query, { cursor, limit: 4 });
    seen.push(...page.media.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return seen;
}

/** A library of so many entries with and without figures. */
function directusWith(
  measured: number,
  rest: number,
  onFilter: (filter: unknown) => void = () => undefined,
) {
  return createDirectusClient({
    url: "http://directus.example",
    fetch: (input) => {
      const params = new URL(input instanceof Request ? input.url : input).searchParams;
      const filter = params.get("filter") ?? "{}";
      onFilter(JSON.parse(filter));
      const offset = Number(params.get("offset"));
      const all = filter.includes("_nnull")
        ? rows("measured", measured)
        : filter.includes("_null")
          ? rows("rest", rest)
          : [...rows("measured", measured), ...rows("rest", rest)];
      const data = all.slice(offset, offset + Number(params.get("limit")));
      return Promise.resolve(Response.json({ data }));
    },
  });
}

function rows(kind: string, count: number) {
  return Array.from({ length: count }, (_, place) => ({ id: `${kind} ${place}`, file_id: null }));
}
