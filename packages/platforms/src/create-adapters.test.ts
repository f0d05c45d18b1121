import { expect, it } from "vitest";
import { canLookUp } from "./adapter.ts";
import { createAdapters } from "./create-adapters.ts";
import { listPlatforms } from "./list-platforms.ts";

const sandboxUrl = "http://sandbox.localhost:3200";

it.each([{}, { sandboxUrl }, { sandboxUrl, sandboxApis: true }, { sandboxApis: true }])(
  "every platform that can be connected has its adapter: %j",
  (settings) => {
    const ids = listPlatforms(settings).map(({ id }) => id);
    expect([...createAdapters(settings).keys()]).toEqual(ids);
  },
);

it("the sandbox's API is offered only where a setting says so", () => {
  const ids = listPlatforms({ sandboxUrl }).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(["sandbox", "onlyfans", "fansly"]));
  expect(ids.filter((id) => id.startsWith("sandbox_"))).toEqual([]);
});

it("each can do what its guarantee promises", () => {
  for (const adapter of createAdapters({ sandboxUrl, sandboxApis: true }).values()) {
    const { id, guarantee, keyWindowMs } = adapter.platform;
    const mayLookUp = guarantee === "idempotent" && canLookUp(adapter);
    expect([id, canLookUp(adapter)]).toEqual([id, guarantee === "lookup" || mayLookUp]);
    expect([id, keyWindowMs !== undefined]).toEqual([id, guarantee === "idempotent"]);
  }
});

it("no platform but the sandbox wants a password: people sign in by hand, or by a token", () => {
  for (const { id, isExperimental, connectBy } of listPlatforms({})) {
    const way = isExperimental ? "live_login" : "token";
    expect([id, connectBy.includes(way)]).toEqual([id, true]);
    expect(connectBy).not.toContain("password");
  }
});
