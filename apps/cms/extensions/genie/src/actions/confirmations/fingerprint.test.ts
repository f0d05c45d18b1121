import type { ActionPreview } from "@genie/schema";
import { expect, it } from "vitest";
import { fingerprint } from "./fingerprint.ts";

const preview: ActionPreview = {
  title: "t",
  effect: "delete",
  lines: [{ label: "a", value: "b" }],
};
const shown = {
  slug: "s",
  steps: [{ key: "a", step: "b" }],
  params: { x: 1, y: { a: 1, b: 2 } },
  preview,
};

it("is the same whatever the order of fields, and another for anything else", () => {
  const same = {
    preview,
    params: { y: { b: 2, a: 1 }, x: 1 },
    steps: [{ step: "b", key: "a" }],
    slug: "s",
  };
  expect(fingerprint(same)).toBe(fingerprint(shown));
  expect(fingerprint(shown)).toMatch(/^[0-9a-f]{64}$/);
  const others = [
    { ...shown, slug: "t" },
    { ...shown, steps: [] },
    { ...shown, params: { x: 1, y: { a: 1, b: 3 } } },
    { ...shown, params: { x: "1", y: { a: 1, b: 2 } } },
    { ...shown, preview: { ...preview, lines: [{ label: "a", value: "b", before: "c" }] } },
  ];
  const marks = new Set([shown, ...others].map(fingerprint));
  expect(marks.size).toBe(1 + others.length);
});
