import { createRequire } from "node:module";
import type { RequestHandler } from "express";
import { expect, it } from "vitest";
import { type Layer, writesOf } from "./writes-of.ts";

// The express of Directus.
const directus = createRequire(import.meta.url).resolve("directus/package.json");
const api = createRequire(directus).resolve("@directus/api/package.json");
const express = createRequire(api)("express") as typeof import("express");

const nothing: RequestHandler = (_request, response) => void response.end();

it("finds each route that is no read, however deep, and what answers any method", () => {
  const inner = express.Router();
  inner
    .get("/", nothing)
    .post("/", nothing)
    .patch("/:id([0-9a-f]{8})/", nothing)
    .all("/every", nothing);
  const outer = express.Router();
  outer.use("/inner", inner);
  const app = express();
  app.use(nothing);
  app.use("/outer", outer);
  app.use("/page/*", nothing);
  app.delete("/here", nothing);
  const { _router: router } = app as unknown as { _router: { stack: Layer[] } };
  expect(writesOf(router.stack)).toEqual([
    "ANY /outer/inner/every",
    "ANY /page/*",
    "DELETE /here",
    "PATCH /outer/inner/:id",
    "POST /outer/inner",
  ]);
});
