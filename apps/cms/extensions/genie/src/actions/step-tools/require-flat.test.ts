import { expect, it } from "vitest";
import { requireFlat } from "./require-flat.ts";

const schema = {
  relations: [
    { collection: "posts", field: "account", related_collection: "accounts", meta: null },
    {
      collection: "posts_media",
      field: "post",
      related_collection: "posts",
      meta: { one_field: "media" },
    },
  ],
};

it.each([
  [{ account: "id", caption: "x", options: { a: { b: 1 } } }],
  [{ account: null, media: [{ media_id: "id", sort: 1 }] }],
  [{ media: ["id"] }],
  [{ media: null }],
])("lets ids and links through: %j", (row) => {
  expect(() => requireFlat(schema, "posts", row)).not.toThrow();
});

it.each([
  [{ account: { id: "id", credentials: "x" } }, "account"],
  [{ account: [] }, "account"],
  [{ media: { create: [], update: [], delete: ["id"] } }, "media"],
  [{ media: [{ media_id: { caption: "x" } }] }, "media"],
])("refuses rows of other collections: %j", (row, field) => {
  expect(() => requireFlat(schema, "posts", row)).toThrow(`"${field}" takes ids of rows`);
});
