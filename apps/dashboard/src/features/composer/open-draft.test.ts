import { describe, expect, it } from "vitest";
import { openEdit, openNew, takeEarlier } from "./open-draft.ts";
import { emptyDraft } from "./testing/sample-draft.ts";
import { samplePost } from "./testing/sample-post.ts";
import { toWritten } from "./written-draft.ts";

const zone = "Europe/Berlin";
const now = new Date("2026-11-25T12:00:00Z");
const later = new Date("2026-11-26T12:00:00Z");
const post = samplePost({});

describe("openNew", () => {
  it("goes on with what was kept, and says so", () => {
    const first = openNew(null, toWritten(emptyDraft), { id: "a", zone, now });
    expect(first).toMatchObject({ kept: { id: "a" }, note: null });
    expect(openNew(first.kept, toWritten(emptyDraft), { id: "b", zone, now })).toEqual({
      kept: first.kept,
      note: "kept",
    });
  });
});

describe("what was kept under another clock", () => {
  it("is at the same moment, and no edit of a post that is as it was", () => {
    const first = openNew(null, toWritten(emptyDraft), { id: "a", zone, now }).kept;
    const elsewhere = { id: "b", zone: "America/New_York", now };
    expect(openNew(first, toWritten(emptyDraft), elsewhere).kept).toMatchObject({
      id: "a",
      zone: "America/New_York",
      draft: { date: "2026-11-25", time: "15:00" },
    });
    expect(openEdit(edited("Hello there"), [post], elsewhere).note).toBe("kept");
  });
});

describe("openEdit", () => {
  it("goes on with an edit of a post that is as it was", () => {
    const kept = edited("Hello there");
    expect(open(kept)).toEqual({ kept, note: "kept" });
  });

  it("still has the words of an edit when the post changes once more", () => {
    const moved = { ...post, scheduledFor: "2026-11-27T20:00:00Z" };
    const { kept } = openEdit(edited("Hello there"), [moved], { zone, id: "b", now });
    const typed = { ...kept, draft: { ...kept.draft, rating: "explicit" as const } };
    const again = { ...post, scheduledFor: "2026-11-28T20:00:00Z" };
    const opened = openEdit(typed, [again], { zone, id: "c", now });
    expect(opened.note).toBe("earlier");
    expect(takeEarlier(opened.kept).draft).toMatchObject({
      caption: "Hello there",
      rating: "explicit",
      date: "2026-11-28",
    });
  });

  it("shows a post that was moved since as it is, and puts the words back on the new day", () => {
    const kept = edited("Hello there");
    const moved = { ...post, scheduledFor: "2026-11-27T20:00:00Z" };
    const opened = openEdit(kept, [moved], { zone, id: "b", now });
    expect(opened.note).toBe("earlier");
    expect(opened.kept).toMatchObject({ id: "b", draft: { caption: "Hello", date: "2026-11-27" } });
    const taken = takeEarlier(opened.kept);
    expect(taken.draft).toMatchObject({ caption: "Hello there", date: "2026-11-27" });
    // It goes on from the post as it is now.
    expect(openEdit(taken, [moved], { zone, id: "c", now })).toEqual({ kept: taken, note: "kept" });
  });

  it("keeps earlier words while others are typed", () => {
    const moved = { ...post, scheduledFor: "2026-11-27T20:00:00Z" };
    const { kept } = openEdit(edited("Hello there"), [moved], { zone, id: "b", now });
    const typed = { ...kept, draft: { ...kept.draft, rating: "nudity" as const } };
    const opened = openEdit(typed, [moved], { zone, id: "c", now });
    expect(opened).toEqual({ kept: typed, note: "earlier" });
    expect(takeEarlier(opened.kept).draft).toMatchObject({
      caption: "Hello there",
      rating: "nudity",
    });
  });

  it("says nothing of a draft in which nothing was changed", () => {
    const { kept } = openEdit(null, [post], { zone, id: "a", now });
    const moved = { ...post, scheduledFor: "2026-11-27T20:00:00Z" };
    const opened = openEdit(kept, [moved], { zone, id: "b", now });
    expect(opened).toMatchObject({ kept: { id: "b", earlier: null }, note: null });
  });

  it("takes no post for changed only because its time has passed", () => {
    const late = samplePost({ scheduledFor: "2026-11-25T11:00:00Z", status: "missed" });
    const { kept: untouched } = openEdit(null, [late], { zone, id: "a", now });
    const kept = { ...untouched, draft: { ...untouched.draft, caption: "Better late" } };
    expect(openEdit(kept, [late], { zone, id: "b", now: later })).toEqual({ kept, note: "kept" });
  });
});

function open(kept: ReturnType<typeof edited> | null) {
  return openEdit(kept, [post], { zone, id: "b", now });
}

function edited(caption: string) {
  const { kept } = openEdit(null, [post], { zone, id: "a", now });
  return { ...kept, draft: { ...kept.draft, caption } };
}
