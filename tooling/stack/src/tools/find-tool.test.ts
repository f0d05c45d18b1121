import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findTool } from "./find-tool.ts";
import { tools } from "./tool.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "genie-tools-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, body: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe("findTool", () => {
  it("takes the first program on the PATH that runs", async () => {
    program("chromium", "exit 1");
    const real = program("chromium-browser", "exit 0");
    expect(await findTool(tools.chromium, { PATH: folder })).toBe(real);
  });

  it("takes what the setting says without a search", async () => {
    program("ffmpeg", "exit 0");
    const env = { PATH: folder, FFMPEG_PATH: "/opt/ffmpeg" };
    expect(await findTool(tools.ffmpeg, env)).toBe("/opt/ffmpeg");
  });

  it("finds the Redis server under its other name, and calls it by the right one", async () => {
    program("redis-check-rdb", 'case "$0" in */redis-server) exit 0 ;; *) exit 1 ;; esac');
    const links = join(folder, "links");
    expect(await findTool(tools.redis, { PATH: folder }, links)).toBe(join(links, "redis-server"));
  });

  it("finds no Redis where there is none", async () => {
    expect(await findTool(tools.redis, { PATH: folder }, folder)).toBeNull();
  });
});
