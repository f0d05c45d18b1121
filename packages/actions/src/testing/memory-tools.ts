import { randomUUID } from "node:crypto";
import { AppError } from "@genie/errors";
import { fits } from "../flow/conditions.ts";
import type { AccountBrowser, Row, Rows, StepTools } from "../step-tools.ts";

export type MemoryTools = StepTools & {
  /** Rows by collection, as they are now. */
  stored: Record<string, Row[]>;
  notices: { subject: string; message: string; link?: string }[];
  files: { title: string; type: string; bytes: Uint8Array }[];
};

/** Tools over rows in memory, for tests: no model, no browser and no internet unless they are given. */
export function memoryTools(
  stored: Record<string, Row[]> = {},
  more: Partial<StepTools> = {},
): MemoryTools {
  const notices: MemoryTools["notices"] = [];
  const files: MemoryTools["files"] = [];
  const rows = (collection: string) => rowsOf((stored[collection] ??= []));
  const person = { id: randomUUID() };
  const tools: StepTools = {
    person,
    rows,
    // Rows without an owner are hers.
    ownRows: (collection) =>
      rowsOf((stored[collection] ?? []).filter(({ user_id = person.id }) => user_id === person.id)),
    users: rows("directus_users"),
    triggerFlow: async ({ id, keys }) => ({ started: id, keys }),
    describeFlow: async ({ id }) => ({ name: "A flow", version: id }),
    classify: async (mediaId) => {
      await rows("scraped_media").readOne(mediaId);
      return { concepts: { "content-type": { value: 0.5, confidence: 0.5 } }, tags: [] };
    },
    notify: async (message) => {
      notices.push(message);
    },
    saveFile: async (file) => {
      files.push(file);
      return randomUUID();
    },
    platforms: [{ id: "sandbox", name: "Sandbox", hosts: ["fans.example", "*.fans.example"] }],
    model: null,
    browser: null,
    fetch: () => Promise.reject(new Error("no test reaches the internet")),
    ...more,
  };
  return { ...tools, stored, notices, files };
}

function rowsOf(rows: Row[]): Rows {
  const find = (id: string) => {
    const row = rows.find((one) => one["id"] === id);
    if (row) return row;
    throw new AppError("not_found", "This row is not there, or is not yours. Nothing was done.");
  };
  return {
    read: async ({ fields, filter, search, limit = 100, offset = 0 }) =>
      rows
        .filter((row) => search === undefined || JSON.stringify(row).includes(search))
        .filter((row) =>
          Object.entries(filter ?? {}).every(([field, test]) => fits(row[field], Object(test))),
        )
        .slice(offset, offset + limit)
        .map((row) => pick(row, fields)),
    readOne: async (id, fields) => pick(find(id), fields),
    create: async (row) => {
      const id = randomUUID();
      rows.push({ id, ...row });
      return id;
    },
    update: async (id, change, only = {}) => {
      const row = find(id);
      const isSame = Object.entries(only).every(([field, value]) => (row[field] ?? null) === value);
      if (!isSame) throw new AppError("conflict", "It has changed since it was shown.");
      Object.assign(row, change);
    },
    delete: async (id) => {
      rows.splice(rows.indexOf(find(id)), 1);
    },
  };
}

const pick = (row: Row, fields?: readonly string[]): Row =>
  fields === undefined
    ? { ...row }
    : Object.fromEntries(fields.map((field) => [field, row[field] ?? null]));

/** A browser whose pages say what they are told to, and that writes down what was asked of it. */
export function memoryBrowser(texts: readonly string[] = []): AccountBrowser & { asked: string[] } {
  const asked: string[] = [];
  let url = "about:blank";
  const page = async () => ({ url, title: "A page", status: 200, retry_after_ms: null });
  const go = (verb: string) => (to: string) => {
    asked.push(`${verb} ${to}`);
    url = to;
    return page();
  };
  return {
    asked,
    logIn: go("logIn"),
    navigate: go("navigate"),
    act: (step) => {
      asked.push(step.action);
      return page();
    },
    extract: async () => texts.map((text) => ({ text })),
    observe: async () => ({
      state: await page(),
      elements: [{ role: "button", name: "Post", disabled: false }],
    }),
    screenshot: async () => new Uint8Array([1, 2, 3]),
    close: async () => {
      asked.push("close");
    },
  };
}
