import { updateItem } from "@directus/sdk";
import { expect, it } from "vitest";
import { createDirectusClient } from "./create-directus-client.ts";

const answering = (body: string | null, init: ResponseInit) =>
  createDirectusClient({
    url: "http://directus.test",
    fetch: async () => new Response(body, init),
  }).send(updateItem("saved_views", "one", { name: "Best" }));

it.each([
  ["nothing", null, {}],
  ["a page", "<h1>Bad Gateway</h1>", { "content-type": "text/html" }],
  ["some bytes", "Bad Gateway", { "content-type": "application/octet-stream" }],
])("a proxy that refuses with %s has saved nothing", async (_what, body, headers) => {
  await expect(answering(body, { status: 502, headers })).rejects.toMatchObject({
    code: "upstream_unavailable",
  });
});
