import type { IncomingMessage } from "node:http";
import { expect, it } from "vitest";
import { routeOf } from "./route-of.ts";

it.each([
  [{ baseUrl: "/items", route: { path: "/:collection" } }, "/items/:collection"],
  [{ baseUrl: "/library", route: { path: "/" } }, "/library"],
  [{ route: { path: "/" } }, "/"],
  [{ baseUrl: "/items/123-of-somebody", route: { path: "/" } }, "other"],
  [{ baseUrl: "/x", route: { path: /a/ } }, "other"],
  [{ url: "/items/scheduled_posts?search=words" }, "other"],
])("%j is %s", (request, route) => {
  expect(routeOf(request as unknown as IncomingMessage)).toBe(route);
});
