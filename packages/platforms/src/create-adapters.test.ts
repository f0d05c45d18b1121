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
    expect([id, canLookUp(adapter)]).toEqual([id, guarantee === "lookup"]);
    expect([id, keyWindowMs !== undefined]).toEqual([id, guarantee === "idempotent"]);
  }
});

it("a platform that nobody could try says so, and has a way to sign in that stores no password", () => {
  for (const { isExperimental, connectBy } of listPlatforms({})) {
    expect(isExperimental).toBe(true);
    expect(connectBy).toContain("live_login");
    expect(connectBy).not.toContain("password");
  }
});
