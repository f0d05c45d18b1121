import { describe, expect, it } from "vitest";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";
import { describePost } from "./describe-post.ts";

const messages = messagesFor(defaultLocale);
const now = new Date("2026-11-25T17:00:00Z");
const zone = "Europe/Berlin";
const around = { platformName: "Sandbox", now, zone, hold: null };
const plain = {
  status: "pending",
  scheduledFor: "2026-11-25T20:00:00Z",
  publishedAt: null,
  retryAt: null,
  problem: null,
  askedAt: null,
  leftAt: null,
  removedAt: null,
  takenDownAt: null,
} as const;

describe("describePost", () => {
  it.each([
    [{}, "Goes out in 3 hours, Wed 21:00"],
    [{ scheduledFor: "2026-11-25T17:20:30Z" }, "Goes out in 20 minutes, 18:20"],
    [{ scheduledFor: "2026-11-25T17:00:20Z" }, "Goes out in 20 seconds, 18:00"],
    [{ scheduledFor: "2026-12-01T20:00:00Z" }, "Goes out Tue 1 Dec, 21:00"],
    [{ scheduledFor: "2027-01-05T20:00:00Z" }, "Goes out Tue 5 Jan 2027, 21:00"],
    [{ scheduledFor: "2026-11-25T16:59:59Z" }, "Going out now"],
    [
      { scheduledFor: "2026-11-25T16:59:00Z", retryAt: "2026-11-25T17:05:00Z" },
      "Waiting: Sandbox asked us to try again at 18:05",
    ],
    [
      {
        scheduledFor: "2026-11-25T16:59:00Z",
        retryAt: "2026-11-25T17:05:00Z",
        problem: "Sandbox wants you to sign in.",
      },
      "Next try at 18:05: Sandbox wants you to sign in",
    ],
    [
      { scheduledFor: "2026-11-25T16:59:00Z", problem: "sea.jpg is still being prepared." },
      "Waits: sea.jpg is still being prepared",
    ],
    [
      { scheduledFor: "2026-11-25T17:20:30Z", problem: "It was not sent last time." },
      "Goes out in 20 minutes, 18:20",
    ],
    [{ status: "draft" }, "Draft: nothing goes out until you schedule it"],
    [
      { status: "publishing", scheduledFor: "2026-11-25T17:00:12Z" },
      "Getting ready: goes out in 12 seconds, 18:00",
    ],
    [{ status: "publishing", scheduledFor: "2026-11-25T17:00:00Z" }, "Going out now"],
    [{ status: "published", publishedAt: "2026-11-25T16:00:00Z" }, "Published 17:00"],
    [
      // Another day for her, though the same one in UTC.
      { status: "published", publishedAt: "2026-11-24T23:30:00Z" },
      "Published 00:30",
    ],
    [{ status: "published", publishedAt: "2026-11-24T20:00:00Z" }, "Published Tue 24 Nov, 21:00"],
    [
      { status: "published", takenDownAt: "2026-11-25T16:30:00Z" },
      "This post is no longer on Sandbox",
    ],
    [
      {
        status: "published",
        takenDownAt: "2026-11-25T16:30:00Z",
        removedAt: "2026-11-25T16:40:00Z",
      },
      "You deleted it on Sandbox, 17:40",
    ],
    [{ status: "unconfirmed" }, "Being checked: we are finding out whether it arrived on Sandbox"],
    [
      { status: "unconfirmed", askedAt: "2026-11-25T16:30:00Z" },
      "Not known whether it arrived on Sandbox",
    ],
    [
      {
        status: "unconfirmed",
        askedAt: "2026-11-25T16:30:00Z",
        leftAt: "2026-11-25T16:40:00Z",
      },
      "Nobody knows whether it arrived on Sandbox; you left it so",
    ],
    [
      { status: "failed", problem: "Sandbox took no caption. Nothing was posted." },
      "Failed: Sandbox took no caption. Nothing was posted",
    ],
    [{ status: "missed" }, "Missed: its time passed before it could be sent. Nothing was posted"],
    [{ status: "cancelled" }, "Cancelled: nothing goes out"],
  ] as const)("%o: %s", (changes, sentence) => {
    expect(describePost({ ...plain, ...changes }, around, messages)).toBe(sentence);
  });

  const pause = {
    kind: "pause",
    id: "1",
    scope: { kind: "platform", platform: "sandbox" },
    reason: null,
    from: "2026-11-25T12:00:00Z",
    until: null,
  } as const;
  const stop = {
    kind: "stop",
    id: "2",
    platform: null,
    cause: "operator",
    reason: null,
    since: null,
  } as const;

  it.each([
    [pause, "2026-11-25T16:59:00Z", "Waits: posting on Sandbox is paused"],
    [pause, "2026-11-25T20:00:00Z", "Does not go out while posting on Sandbox is paused"],
    [stop, "2026-11-25T16:59:00Z", "Waits: posting is stopped on this server"],
  ])("says what a post waits for: %o, %s", (hold, scheduledFor, sentence) => {
    expect(describePost({ ...plain, scheduledFor }, { ...around, hold }, messages)).toBe(sentence);
  });

  it("a pause changes nothing for a post that is out", () => {
    const out = { ...plain, status: "published", publishedAt: "2026-11-25T16:00:00Z" } as const;
    expect(describePost(out, { ...around, hold: pause }, messages)).toBe("Published 17:00");
  });
});
