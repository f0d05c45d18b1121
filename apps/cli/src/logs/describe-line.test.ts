import { describe, expect, it } from "vitest";
import { createLineReader } from "./describe-line.ts";

const at = Date.parse("2026-03-01T08:00:00Z");
const json = (more: object) => JSON.stringify({ level: 30, time: at, name: "worker", ...more });
const read = (line: string, filter: Partial<Parameters<typeof createLineReader>[0]> = {}) =>
  createLineReader({ secrets: [], ...filter })(line, "worker", 0)?.text ?? null;

describe("a line of a log", () => {
  it("says when, who, how bad, what, and of what", () => {
    expect(read(json({ msg: "job done", job: "watermark", durationMs: 12, pid: 4 }))).toBe(
      "2026-03-01T08:00:00.000Z worker     info  job done job=watermark durationMs=12",
    );
  });

  it("names a request by what it asked for, and shows none of its headers", () => {
    const req = { id: "r-1", method: "GET", url: "/items/x?limit=1", headers: { host: "h" } };
    const line = json({ msg: "request completed", req, res: { statusCode: 200, headers: {} } });
    expect(read(line)).toBe(
      "2026-03-01T08:00:00.000Z worker     info  request completed method=GET path=/items/x status=200 requestId=r-1",
    );
  });

  it("gives the message of an error, without its stack", () => {
    const line = json({ level: 50, msg: "job failed", err: { message: "no room", stack: "at x" } });
    expect(read(line)).toContain("ERROR job failed: no room");
    expect(read(line)).not.toContain("at x");
  });

  it.each(["2026-03-01 08:00:00.000 UTC [7] LOG:  ready", "2026-03-01T08:00:00.000Z Ready 3 s"])(
    "of another program keeps its words and its time: %s",
    (line) => expect(read(line)).toMatch(/^2026-03-01T08:00:00\.000Z worker {5}/),
  );

  it("never holds a key of the installation", () => {
    const secret = "a-key-of-the-installation";
    const text = read(json({ msg: `sent ${secret}`, to: { secret } }), { secrets: [secret] });
    expect(text).not.toContain(secret);
    expect(text).toContain("sent [secret]");
  });

  it("is left out when it is older, or names another id", () => {
    const line = json({ msg: "job done", requestId: "r-1" });
    expect(read(line, { since: new Date(at + 1) })).toBeNull();
    expect(read(line, { since: new Date(at) })).not.toBeNull();
    expect(read(line, { id: "r-2" })).toBeNull();
    expect(read(line, { id: "r-1" })).not.toBeNull();
  });
});
