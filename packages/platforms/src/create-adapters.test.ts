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
  expect(ids).toEqual(["sandbox", "onlyfans", "fansly"]);
});

it("each can do what its guarantee promises", () => {
  const adapters = [...createAdapters({ sandboxUrl, sandboxApis: true }).values()];
  const abilities = adapters.map((adapter) => ({
    guarantee: adapter.platform.guarantee,
    looksUp: canLookUp(adapter),
    takesKeys: adapter.platform.keyWindowMs !== undefined,
  }));
  expect(abilities).toEqual([
    { guarantee: "lookup", looksUp: true, takesKeys: false },
    { guarantee: "idempotent", looksUp: false, takesKeys: true },
    { guarantee: "lookup", looksUp: true, takesKeys: false },
    { guarantee: "blind", looksUp: false, takesKeys: false },
    { guarantee: "lookup", looksUp: true, takesKeys: false },
    { guarantee: "lookup", looksUp: true, takesKeys: false },
  ]);
});
