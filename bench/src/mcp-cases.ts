import { randomUUID } from "node:crypto";

/** What a case is about: a row of its own, made before the clock runs. */
export type CaseRow = { view: string; file: string; user: string; persona: string };

export type ToolCase = {
  tool: string;
  as: "administrator" | "creator";
  ours: (row: CaseRow) => object;
  /** The same of Directus' own endpoint; null where it has nothing like it. */
  theirs: ((row: CaseRow) => { name: string; arguments: object }) | null;
  rest: (row: CaseRow) => { method: string; path: string; body?: object };
};

const collection = "saved_views";
const fields = ["id", "page", "name", "sort"];
const list = (names: readonly string[]) => `fields=${names.join(",")}`;
const view = () => ({ page: "library", name: randomUUID(), query: {} });
const items = (input: object) => ({ name: "items", arguments: { collection, ...input } });
const digest = "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c6004";
const fileInList = [
  "id",
  "title",
  "filename_download",
  "type",
  "filesize",
  "width",
  "height",
  "duration",
  "uploaded_on",
];
const wholeFile = [...fileInList, "description", "prepared_at", "preparation_problem"];
const flowFields = ["id", "name", "description", "options"];
const byHand = { _and: [{ trigger: { _eq: "manual" } }, { status: { _eq: "active" } }] };
const userFields = ["id", "first_name", "last_name", "email", "status", "role"];

/** Each tool beside what does the same by Directus' own endpoint and by REST. */
export const toolCases: readonly ToolCase[] = [
  {
    tool: "list-collections",
    // Directus' own endpoint shows it to nobody else.
    as: "administrator",
    ours: () => ({}),
    theirs: () => ({ name: "schema", arguments: {} }),
    rest: () => ({ method: "GET", path: "/permissions/me" }),
  },
  {
    tool: "get-collection-schema",
    as: "administrator",
    ours: () => ({ collection }),
    theirs: () => ({ name: "schema", arguments: { keys: [collection] } }),
    rest: () => ({ method: "GET", path: `/fields/${collection}` }),
  },
  {
    tool: "read-items",
    as: "creator",
    ours: () => ({ collection, fields, limit: 20 }),
    theirs: () => items({ action: "read", query: { fields, limit: 20, sort: ["id"] } }),
    rest: () => ({ method: "GET", path: `/items/${collection}?${list(fields)}&limit=20&sort=id` }),
  },
  {
    tool: "read-item",
    as: "creator",
    ours: ({ view }) => ({ collection, id: view, fields }),
    theirs: ({ view }) => items({ action: "read", keys: [view], query: { fields } }),
    rest: ({ view }) => ({ method: "GET", path: `/items/${collection}/${view}?${list(fields)}` }),
  },
  {
    tool: "create-item",
    as: "creator",
    ours: () => ({ collection, data: view() }),
    theirs: () => items({ action: "create", data: view(), query: { fields: ["id"] } }),
    rest: () => ({ method: "POST", path: `/items/${collection}?fields=id`, body: view() }),
  },
  {
    tool: "update-item",
    as: "creator",
    ours: ({ view }) => ({ collection, id: view, data: { sort: 1 } }),
    theirs: ({ view }) =>
      items({ action: "update", keys: [view], data: { sort: 2 }, query: { fields: ["id"] } }),
    rest: ({ view }) => ({
      method: "PATCH",
      path: `/items/${collection}/${view}?fields=id`,
      body: { sort: 3 },
    }),
  },
  {
    tool: "delete-item",
    as: "creator",
    ours: ({ view }) => ({ collection, id: view }),
    theirs: ({ view }) => items({ action: "delete", keys: [view] }),
    rest: ({ view }) => ({ method: "DELETE", path: `/items/${collection}/${view}` }),
  },
  {
    tool: "search-items",
    as: "creator",
    ours: () => ({ collection, search: "library", fields }),
    theirs: () => items({ action: "read", query: { fields, search: "library", limit: 20 } }),
    rest: () => ({
      method: "GET",
      path: `/items/${collection}?search=library&${list(fields)}&limit=20`,
    }),
  },
  {
    tool: "trigger-flow",
    as: "creator",
    ours: ({ persona }) => ({ flow: digest, collection: "user_personas", keys: [persona] }),
    theirs: null,
    rest: ({ persona }) => ({
      method: "POST",
      path: `/flows/trigger/${digest}`,
      body: { collection: "user_personas", keys: [persona] },
    }),
  },
  {
    tool: "get-me",
    as: "creator",
    ours: () => ({}),
    theirs: null,
    rest: () => ({ method: "GET", path: "/tokens/current" }),
  },
  {
    tool: "list-users",
    as: "administrator",
    ours: () => ({}),
    theirs: null,
    rest: () => ({ method: "GET", path: `/users?${list(userFields)}&limit=20` }),
  },
  {
    tool: "get-user",
    as: "administrator",
    ours: ({ user }) => ({ id: user }),
    theirs: null,
    rest: ({ user }) => ({ method: "GET", path: `/users/${user}?${list(userFields)}` }),
  },
  {
    tool: "update-user",
    as: "administrator",
    ours: ({ user }) => ({ id: user, data: { last_name: "One" } }),
    theirs: null,
    rest: ({ user }) => ({
      method: "PATCH",
      path: `/users/${user}?fields=id`,
      body: { last_name: "Other" },
    }),
  },
  {
    tool: "create-user",
    as: "administrator",
    ours: () => ({ data: { email: `${randomUUID()}@example.com`, role: "viewer" } }),
    theirs: null,
    rest: () => ({
      method: "POST",
      path: "/users?fields=id",
      body: { email: `${randomUUID()}@example.com` },
    }),
  },
  {
    tool: "list-files",
    as: "creator",
    ours: () => ({}),
    theirs: () => ({
      name: "files",
      arguments: {
        action: "read",
        query: { fields: fileInList, limit: 20, sort: ["-uploaded_on", "id"] },
      },
    }),
    rest: () => ({
      method: "GET",
      path: `/files?${list(fileInList)}&limit=20&sort=-uploaded_on,id`,
    }),
  },
  {
    tool: "get-file",
    as: "creator",
    ours: ({ file }) => ({ id: file }),
    theirs: ({ file }) => ({
      name: "files",
      arguments: { action: "read", keys: [file], query: { fields: wholeFile } },
    }),
    rest: ({ file }) => ({ method: "GET", path: `/files/${file}?${list(wholeFile)}` }),
  },
  {
    tool: "list-flows",
    as: "administrator",
    ours: () => ({}),
    theirs: () => ({
      name: "flows",
      arguments: { action: "read", query: { fields: flowFields, filter: byHand, sort: ["name"] } },
    }),
    rest: () => ({
      method: "GET",
      path: `/flows?${list(flowFields)}&filter=${JSON.stringify(byHand)}&sort=name`,
    }),
  },
];
