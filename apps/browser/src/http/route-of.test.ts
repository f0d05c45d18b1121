import type { IncomingMessage } from "node:http";
import { expect, it } from "vitest";
import { routeOf } from "./route-of.ts";

it.each([
  ["/sessions", "/sessions"],
  ["/sessions/7f3a-1", "/sessions/:id"],
  ["/sessions/7f3a-1/screenshot?x=1", "/sessions/:id/screenshot"],
  ["/sessions/7f3a-1/Alice.Example", "other"],
  ["/profiles/alice", "/profiles"],
  ["/anything", "other"],
])("%s is %s", (url, route) => {
  expect(routeOf({ url } as IncomingMessage)).toBe(route);
});
