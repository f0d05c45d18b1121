import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ProcessMark } from "../state.ts";
import { isRunning, markProcess } from "./processes.ts";
import type { Service } from "./service.ts";
import { type Supervised, supervise } from "./supervise.ts";

let folder: string;
let lines: string[];
let marks: ProcessMark[];
let supervised: Supervised | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "genie-service-"));
  lines = [];
  marks = [];
});
afterEach(async () => {
  await supervised?.stop();
  supervised = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** A service that runs a line of JavaScript and is ready when it has made the file `ready`. */
function service(script: string, changes: Partial<Service> = {}): Service {
  return {
    name: "toy",
    command: [process.execPath, "-e", script],
    env: {},
    folder,
    isReady: () => Promise.resolve(existsSync(join(folder, "ready"))),
    readyWithinMs: 10_000,
    stopSignal: "SIGTERM",
    stopWithinMs: 300,
    ...changes,
  };
}

function start(toy: Service): Supervised {
  supervised = supervise(toy, {
    logsFolder: folder,
    tell: (line) => lines.push(line),
    remember: (mark) => mark !== null && marks.push(mark),
  });
  return supervised;
}

const stays = "require('fs').writeFileSync('ready', ''); setInterval(() => {}, 1000)";

describe("supervise", () => {
  it("shows the end of the log of a service that does not come up", async () => {
    const { ready } = start(service("console.error('no such table'); process.exit(3)"));
    await expect(ready).rejects.toThrow(
      /^toy ended at once \(exit code 3\)\. Its log, .*toy\.log, ends with:\n {2}no such table$/,
    );
  });

  it("gives up on a service that is never ready", async () => {
    const { ready } = start(service("setInterval(() => {}, 1000)", { readyWithinMs: 200 }));
    await expect(ready).rejects.toThrow(/^toy was not ready after 0 s/);
  });

  it("says that a program cannot be run", async () => {
    const { ready } = start(service("", { command: ["/nowhere/toy"] }));
    await expect(ready).rejects.toThrow(/^toy ended at once \(\/nowhere\/toy cannot be run\)/);
  });

  it("ends by force what does not end when asked to", async () => {
    const toy = start(service(`process.on('SIGTERM', () => {}); ${stays}`));
    await toy.ready;
    await toy.stop();
    expect(marks.map(isRunning)).toEqual([false]);
  });

  it("ends the children of its service too", async () => {
    const script = `const { pid } = require('child_process').spawn('sleep', ['60']);
      require('fs').writeFileSync('child', String(pid)); ${stays}`;
    const toy = start(service(script));
    await toy.ready;
    const child = Number(readFileSync(join(folder, "child"), "utf8"));
    expect(markProcess(child)).not.toBeNull();
    await toy.stop();
    await vi.waitFor(() => expect(markProcess(child)).toBeNull(), { timeout: 60_000 });
  });

  it("starts a service again, also when the first try to do so fails", async () => {
    let starts = 0;
    const beforeStart = () => {
      starts += 1;
      if (starts === 2) throw new Error("no space left on device");
    };
    const toy = start(service(stays, { beforeStart }));
    await toy.ready;
    process.kill(marks[0]?.pid ?? 0, "SIGKILL");
    await vi.waitFor(() => expect(lines.at(-1)).toMatch(/^toy is up again/), { timeout: 60_000 });
    expect(lines[0]).toBe("toy ended (SIGKILL); starting it again in 0.5 s.");
    expect(lines[1]).toBe("toy could not be started: Error: no space left on device");
  });
});
