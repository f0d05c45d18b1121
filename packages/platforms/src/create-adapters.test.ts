import { expect, it } from "vitest";
import { createAdapters } from "./create-adapters.ts";
import { listPlatforms } from "./list-platforms.ts";

it.each([{}, { sandboxUrl: "http://sandbox.localhost:3200" }])(
  "every platform that can be connected has its adapter: %j",
  (settings) => {
    const ids = listPlatforms(settings).map(({ id }) => id);
    expect([...createAdapters(settings).keys()]).toEqual(ids);
  },
);
