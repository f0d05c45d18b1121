import type { PlatformFan } from "../adapter.ts";
import { readMoney } from "../recipe/amounts.ts";
import { readTime } from "../recipe/times.ts";
import { isStrings } from "./is-strings.ts";

/** What is read of a page of fans. Only tables have columns. */
export const fanRequests = {
  fans: {
    rows: ["> li", "tr:has(td)"].map((row) => `[aria-label='Fans'] ${row}`).join(", "),
    fields: {
      handles: { css: ".handle", all: true },
      headings: { css: "h2", all: true },
      cells: { css: "td, th[scope='row']", all: true },
      lines: { css: "p:not(.handle)", all: true },
      times: { css: "time", attribute: "datetime", all: true },
    },
  },
  page: {
    rows: ":root",
    fields: {
      columns: { css: "table[aria-label='Fans'] th[scope='col']", all: true },
      sentences: { css: "main section:has(> h1) > p", all: true },
      next: { css: "a[rel='next']", attribute: "href", all: true },
    },
  },
} as const;

/** A fan as a page says her: words, and the times behind them. */
export type ShownFan = {
  name: string;
  /** With the @ before it. */
  handle: string;
  tier: string;
  spent: string;
  lastSeen: string;
  subscribedSince: string;
};

/** The fans of a page; null when one of them can't be read without a doubt. */
export function mapFans(
  rows: readonly Record<string, unknown>[],
  columns: readonly string[],
): PlatformFan[] | null {
  const fans = rows.map((row) => mapRow(row, columns));
  return fans.every((fan) => fan !== null) ? fans : null;
}

/** Null when a word is missing or is not what it should be. */
export function mapFan(shown: ShownFan): PlatformFan | null {
  const [, username] = /^@([a-z0-9][a-z0-9_.-]*)$/.exec(shown.handle.trim()) ?? [];
  const name = shown.name.trim();
  const tier = shown.tier.trim();
  const spent = readMoney(shown.spent.trim());
  const lastSeen = readTime(shown.lastSeen);
  const subscribedAt = readTime(shown.subscribedSince);
  if (username === undefined || name === "" || tier === "") return null;
  if (spent === null || lastSeen === null || subscribedAt === null) return null;
  // Nobody was there before she came: these two would have changed places.
  if (lastSeen < subscribedAt) return null;
  return {
    platformFanId: username,
    username,
    displayName: name,
    tier,
    status: "active",
    subscribedAt,
    totalSpent: spent.amount,
    lastInteraction: lastSeen,
  };
}

/** "1,234 fans have spent $5.00." as 1234; null for anything else. */
export function readFanTotal(text: string | undefined): number | null {
  const [, total] = /^(\d{1,3}(?:,\d{3})*) fans have spent \$\S+\.$/.exec(text?.trim() ?? "") ?? [];
  return total === undefined ? null : Number(total.replaceAll(",", ""));
}

type Markup = "cells" | "handles" | "headings" | "lines" | "times";
const timeLabels = ["Last seen", "Subscribed since"];

function mapRow(row: Record<string, unknown>, columns: readonly string[]): PlatformFan | null {
  const markup = ["handles", "headings", "cells", "lines", "times"] as const;
  if (!isStrings<Markup>(row, markup) || row.handles.length !== 1) return null;
  const [handle = ""] = row.handles;
  const shown = columns.length > 0 ? readCells(row.cells, columns) : readLines(row.lines);
  if (shown === null) return null;
  // Times stand in the order of their labels.
  const labels = [...shown.keys()].filter((label) => timeLabels.includes(label));
  if (labels.length !== timeLabels.length || row.times.length !== labels.length) return null;
  const times = new Map(labels.map((label, index) => [label, row.times[index] ?? ""]));
  const names = columns.length > 0 ? [shown.get("Name") ?? ""] : row.headings;
  const [name = "", ...otherNames] = names;
  if (otherNames.length > 0) return null;
  return mapFan({
    name: name.trim().endsWith(handle.trim()) ? name.trim().slice(0, -handle.trim().length) : name,
    handle,
    tier: shown.get("Tier") ?? "",
    spent: shown.get("Spent") ?? "",
    lastSeen: times.get("Last seen") ?? "",
    subscribedSince: times.get("Subscribed since") ?? "",
  });
}

function readCells(cells: string[], columns: readonly string[]): Map<string, string> | null {
  if (cells.length !== columns.length || new Set(columns).size < columns.length) return null;
  return new Map(columns.map((column, index) => [column.trim(), cells[index]?.trim() ?? ""]));
}

/** "Label: text" in each line. */
function readLines(lines: string[]): Map<string, string> | null {
  const pairs = lines.map((line) => /^\s*([^:]+):\s*(.*?)\s*$/s.exec(line));
  if (pairs.length === 0 || !pairs.every((pair) => pair !== null)) return null;
  return new Map(pairs.map(([, label = "", text = ""]) => [label, text]));
}
