import { expect, it } from "vitest";
import { forgetTyped, typedKinds, typedPrefix } from "./forget-typed.ts";

it("leaves nothing on the device that was typed, of anybody, and what else there is", () => {
  const values = new Map([["genie.theme", "dark"]]);
  for (const kind of typedKinds) {
    for (const viewer of ["she", "another"]) values.set(`${typedPrefix(kind)}${viewer}:1`, "words");
  }
  forgetTyped({
    get length() {
      return values.size;
    },
    key: (place) => [...values.keys()][place] ?? null,
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => void values.set(name, value),
    removeItem: (name) => void values.delete(name),
  });
  expect([...values.keys()]).toEqual(["genie.theme"]);
});
