import { describe, expect, it } from "vitest";
import { mapFans, readFanTotal } from "./map-fans.ts";

const subscribed = "2025-03-01T08:00:00.000Z";
const seen = "2026-11-20T10:30:00.000Z";
const columns = ["Name", "Tier", "Spent", "Last seen", "Subscribed since"];
const inTable = {
  handles: ["@mayal12"],
  headings: [],
  cells: ["Maya L. @mayal12", "Gold", "$1,234.50", "20 Nov 2026, 10:30", "1 Mar 2025"],
  lines: [],
  times: [seen, subscribed],
};
const inCard = {
  handles: ["@mayal12"],
  headings: ["Maya L."],
  cells: [],
  lines: [
    "Tier: Gold",
    "Spent: $1,234.50",
    "\n  Last seen: 20 Nov 2026, 10:30\n",
    "Subscribed since:\n 1 Mar 2025",
  ],
  times: [seen, subscribed],
};
const maya = {
  platformFanId: "mayal12",
  username: "mayal12",
  displayName: "Maya L.",
  tier: "Gold",
  status: "active",
  subscribedAt: new Date(subscribed),
  totalSpent: "1234.50",
  lastInteraction: new Date(seen),
};

describe("mapFans", () => {
  it("reads tables, whatever the order of their columns, and cards", () => {
    expect(mapFans([inTable], columns)).toEqual([maya]);
    const [name, tier, spent, last, since] = inTable.cells;
    const other = {
      ...inTable,
      cells: [tier, name, since, last, spent],
      times: [subscribed, seen],
    };
    const order = ["Tier", "Name", "Subscribed since", "Last seen", "Spent"];
    expect(mapFans([other], order)).toEqual([maya]);
    expect(mapFans([inCard], [])).toEqual([maya]);
    expect(mapFans([], columns)).toEqual([]);
  });

  it.each([
    ["without a username", { handles: [] }],
    ["with two usernames", { handles: ["@a", "@b"] }],
    ["with no username", { handles: ["Maya L."] }],
    ["with a cell too few", { cells: inTable.cells.slice(1) }],
    ["without a time", { times: [seen] }],
    ["with a time that is none", { times: [seen, "yesterday"] }],
    ["with times that have changed places", { times: [subscribed, seen] }],
    ["with money that is none", { cells: inTable.cells.with(2, "a lot") }],
    ["without a tier", { cells: inTable.cells.with(1, " ") }],
  ])("a fan %s is not guessed at", (_case, change) => {
    expect(mapFans([inTable, { ...inTable, ...change }], columns)).toBeNull();
  });

  it("columns and lines under other names are not guessed at", () => {
    expect(mapFans([inTable], columns.with(2, "Given"))).toBeNull();
    const lines = inCard.lines.with(1, "Given: $1.00");
    expect(mapFans([{ ...inCard, lines }], [])).toBeNull();
  });
});

it.each([
  ["60 fans have spent $1,234.00.", 60],
  ["1,234 fans have spent $0.00.", 1234],
  ["0 fans have spent $0.00.", 0],
  ["Many fans have spent $1.00.", null],
  ["", null],
])("%j says %j fans", (sentence, total) => {
  expect(readFanTotal(sentence)).toBe(total);
});
