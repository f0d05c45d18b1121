import { describe, expect, it } from "vitest";
import { refreshIntervalMs } from "./refresh-interval.ts";

const now = new Date("2026-11-25T17:30:00Z");
const job = {
  kind: "watermark",
  status: "queued",
  createdAt: now.toISOString(),
  post: null,
} as const;
const post = (scheduledFor: string) => ({ id: "1", status: "pending", scheduledFor });

describe("refreshIntervalMs", () => {
  it.each([
    ["nothing", [], 15_000],
    [
      "what is over",
      [
        { ...job, status: "completed" },
        { ...job, status: "failed" },
      ],
      15_000,
    ],
    ["what runs", [{ ...job, status: "active" }], 1_500],
    ["what was just asked for", [job], 1_500],
    ["what nobody takes up", [{ ...job, createdAt: "2026-11-25T17:20:00Z" }], 15_000],
    [
      "a post of tomorrow",
      [{ ...job, kind: "publish_post", post: post("2026-11-26T17:30:00Z") }],
      15_000,
    ],
    [
      "a post that goes out in a minute",
      [{ ...job, kind: "publish_post", createdAt: null, post: post("2026-11-25T17:31:00Z") }],
      1_500,
    ],
  ] as const)("after %s", (_what, jobs, expected) => {
    expect(refreshIntervalMs(jobs, now)).toBe(expected);
  });
});
