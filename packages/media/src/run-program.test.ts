import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { runProgram } from "./run-program.ts";

const ended = async (script: string, limits: { memoryMb?: number; timeMs?: number } = {}) => {
  const lines: string[] = [];
  const { usage } = await runProgram({
    program: "ffmpeg",
    path: process.execPath,
    args: ["-e", script],
    cwd: tmpdir(),
    memoryMb: 400,
    timeMs: 60_000,
    ...limits,
    signal: new AbortController().signal,
    onLine: (line) => lines.push(line) > 0,
  });
  return { usage, lines };
};

describe("runProgram", () => {
  it("kills what takes more memory than it may, and says how much that was", async () => {
    const { usage } = await ended(
      "const all = []; setInterval(() => all.push(Buffer.alloc(2e7, 1)), 20)",
      { memoryMb: 200 },
    );
    expect(usage).toMatchObject({ ended: "memory", limitMb: 200 });
    expect(usage.peakMb).toBeGreaterThan(200);
  });

  it("kills what takes longer than it may", async () => {
    const { usage } = await ended("setInterval(() => {}, 1000)", { timeMs: 200 });
    expect(usage.ended).toBe("time");
  });

  it("has nothing of ours in its environment", async () => {
    const { usage, lines } = await ended("console.log(Object.keys(process.env).join())");
    expect(usage.ended).toBe("done");
    expect(lines).toEqual([""]);
  });

  it("says when it ended badly, or is not there", async () => {
    expect((await ended("process.exit(3)")).usage.ended).toBe("failed");
    const { usage, cause } = await runProgram({
      program: "ffprobe",
      path: "/nowhere/ffprobe",
      args: [],
      cwd: tmpdir(),
      memoryMb: 400,
      timeMs: 60_000,
      signal: new AbortController().signal,
      onLine: () => true,
    });
    expect(usage.ended).toBe("failed");
    expect(cause).toBeInstanceOf(Error);
  });
});
