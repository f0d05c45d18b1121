import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { requireRoom } from "./require-room.ts";

it("leaves nothing of what it tries, and needs no room where files only change their folder", () => {
  const root = mkdtempSync(join(tmpdir(), "genie-room-"));
  const [from, to] = [join(root, "restoring", "uploads"), join(root, "uploads")];
  mkdirSync(from, { recursive: true });
  mkdirSync(to);
  writeFileSync(join(from, "new.png"), "new");
  requireRoom(from, to);
  expect(readdirSync(root).toSorted()).toEqual(["restoring", "uploads"]);
  expect(readdirSync(join(root, "restoring"))).toEqual(["uploads"]);
  expect(readdirSync(to)).toEqual([]);
  rmSync(root, { recursive: true });
});
