import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { holdsSomething, putterInPlace } from "./put-in-place.ts";

let root: string;
const at = (...names: string[]) => join(root, ...names);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "genie-places-"));
  mkdirSync(at("staged"));
  writeFileSync(at("staged", "new.png"), "new");
  mkdirSync(at("uploads"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it("what is there goes aside, and is never removed", () => {
  writeFileSync(at("uploads", "old.png"), "old");
  const places = putterInPlace(at("aside"));
  places.put(at("staged"), at("uploads"));
  expect(readFileSync(at("aside", "uploads", "old.png"), "utf8")).toBe("old");
  expect(readFileSync(at("uploads", "new.png"), "utf8")).toBe("new");
  expect(existsSync(at("uploads", "old.png"))).toBe(false);
  expect(places.before()).toEqual([at("aside")]);
});

it("an empty folder makes room, and nothing is kept then", () => {
  expect(holdsSomething(at("uploads"))).toBe(false);
  const places = putterInPlace(at("aside"));
  places.put(at("staged"), at("uploads"));
  expect(places.before()).toEqual([]);
  expect(existsSync(at("aside"))).toBe(false);
  expect(holdsSomething(at("uploads"))).toBe(true);
});

it("what comes belongs to whom the place belonged", () => {
  const { uid, gid } = process.getuid?.() === 0 ? { uid: 12_345, gid: 12_345 } : statSync(root);
  chownSync(at("uploads"), uid, gid);
  putterInPlace(at("aside")).put(at("staged"), at("uploads"));
  for (const path of [at("uploads"), at("uploads", "new.png")]) {
    expect(statSync(path)).toMatchObject({ uid, gid });
  }
});
