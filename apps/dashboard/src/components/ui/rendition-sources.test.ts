import { expect, it } from "vitest";
import { renditionSources } from "./rendition-sources.ts";

const path = "/api/directus/renditions/a";

it("an upright picture says how wide its small pictures are, not how high", () => {
  expect(renditionSources({ id: "a", width: 3000, height: 4000 })).toBe(
    `${path}/small 270w, ${path}/medium 540w`,
  );
});

it("a picture that is small already is never enlarged", () => {
  expect(renditionSources({ id: "a", width: 200, height: 100 })).toBe(
    `${path}/small 200w, ${path}/medium 200w`,
  );
});

it("of what has no size yet the longer side counts", () => {
  expect(renditionSources({ id: "a" })).toBe(`${path}/small 360w, ${path}/medium 720w`);
});
