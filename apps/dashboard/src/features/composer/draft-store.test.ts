import { describe, expect, it } from "vitest";
import { placeOf } from "./draft-place.ts";
import { draftStore, type KeptDraft } from "./draft-store.ts";
import { openNew } from "./open-draft.ts";
import { emptyDraft } from "./testing/sample-draft.ts";
import { toWritten } from "./written-draft.ts";

const zone = "Europe/Berlin";
const dayMs = 24 * 60 * 60_000;
const now = new Date("2026-11-25T12:00:00Z");

describe("draftStore", () => {
  it("goes on after a reload with what was typed, and with its id", () => {
    const storage = device();
    at(storage).keep("new", draft("a", "Half a sent"));
    expect(at(storage).open("new")).toMatchObject({
      id: "a",
      draft: { caption: "Half a sent" },
      changedAt: now.getTime(),
    });
    expect(at(storage, { viewerId: "other" }).open("new")).toBeNull();
  });

  it("leaves what + goes on with alone when a post is begun from a picture or a day", () => {
    const drafts = at(device());
    drafts.keep(place("?compose=new"), draft("a", "For later"));
    const picture = place("?compose=new&media=1");
    expect(drafts.open(picture)).toBeNull();
    drafts.keep(picture, draft("b", "This one"));
    expect(drafts.open(place("?compose=new&on=2026-11-30"))).toBeNull();
    expect(drafts.open("new")?.id).toBe("a");
    expect(drafts.open(picture)?.id).toBe("b");
  });

  it("lets + go on with the latest that was begun elsewhere when it has nothing itself", () => {
    let moment = now.getTime();
    const drafts = at(device(), { now: () => (moment += 1000) });
    drafts.keep(place("?compose=new&media=1"), draft("a", "Older"));
    drafts.keep(place("?compose=new&media=2"), draft("b", "Newer"));
    drafts.keep("a-post", draft("c", "An edit"));
    expect(drafts.open("new")?.id).toBe("b");
    expect(drafts.open(place("?compose=new&media=2"))).toBeNull();
    expect(drafts.open("new")?.id).toBe("b");
  });

  it("allows one save at a time, and none of what is saved", () => {
    const drafts = at(device());
    const kept = draft("a", "Once");
    expect(drafts.beginSave("new", kept, { key: "k", status: "draft" })).toBe(true);
    expect(drafts.beginSave("new", kept, { key: "k", status: "pending" })).toBe(false);
    // Closed and opened again meanwhile.
    expect(drafts.open("new")?.id).toBe("a");
    expect(drafts.saveOf("new")).toMatchObject({ kind: "saving", status: "draft" });
    drafts.saved("new");
    expect(drafts.saveOf("new")).toMatchObject({ kind: "saved", status: "draft" });
    expect(drafts.beginSave("new", kept, { key: "k", status: "pending" })).toBe(false);
    expect(drafts.open("new")).toBeNull();
    expect(drafts.beginSave("new", draft("b", "Next"), { key: "k", status: "pending" })).toBe(true);
  });

  it("keeps what is handed in, with its id, until it is known to be saved", () => {
    const storage = device();
    const drafts = at(storage);
    drafts.beginSave("new", draft("a", "No answer"), { key: "k", status: "pending" });
    expect(at(storage).open("new")?.id).toBe("a");
    const error = new Error("no answer");
    drafts.failed("new", error);
    expect(drafts.saveOf("new")).toEqual({ kind: "failed", error });
    expect(drafts.read("new")?.id).toBe("a");
    drafts.keep("new", draft("a", "No answer yet"));
    expect(drafts.saveOf("new").kind).toBe("idle");
    expect(
      drafts.beginSave("new", draft("a", "No answer yet"), { key: "k", status: "pending" }),
    ).toBe(true);
    drafts.saved("new");
    expect(at(storage).open("new")).toBeNull();
  });

  it("ends what arrived though nobody heard of it, and keeps what was written since", () => {
    const storage = device();
    let moment = now.getTime();
    const drafts = at(storage, { now: () => (moment += 1000) });
    drafts.beginSave("new", draft("a", "No answer"), { key: "k", status: "pending" });
    const reloaded = at(storage);
    expect(reloaded.open("new")?.handedIn?.key).toBe("k");
    expect(reloaded.arrived("new", "another")).toBe(false);
    expect(reloaded.open("new")?.id).toBe("a");
    expect(reloaded.arrived("new", "k")).toBe(false);
    expect(reloaded.open("new")).toBeNull();

    drafts.beginSave("other", draft("b", "No answer"), { key: "l", status: "pending" });
    drafts.failed("other", new Error("no answer"));
    drafts.keep("other", {
      ...draft("b", "And more"),
      handedIn: drafts.read("other")?.handedIn ?? null,
    });
    expect(drafts.arrived("other", "l")).toBe(true);
    expect(drafts.read("other")).toMatchObject({ handedIn: null, draft: { caption: "And more" } });
  });

  it("answers what a draft took the place of, so that it can be put back", () => {
    const drafts = at(device());
    drafts.keep("new", draft("a", "First"));
    const before = drafts.replace("new", null);
    expect(drafts.read("new")).toBeNull();
    drafts.keep("new", draft("b", "Second"));
    expect(drafts.replace("new", before)?.id).toBe("b");
    expect(drafts.read("new")?.id).toBe("a");
  });

  it("leaves what was put back while another draft was being saved", () => {
    const drafts = at(device());
    drafts.beginSave("new", draft("b", "Second"), { key: "k", status: "pending" });
    drafts.replace("new", draft("a", "First"));
    drafts.saved("new");
    expect(drafts.open("new")?.id).toBe("a");
  });

  it("sweeps what is 30 days old, and what can't be read", () => {
    const storage = device();
    at(storage).keep("old", draft("a", "Old"));
    at(storage, { now: () => now.getTime() + dayMs }).keep("new", draft("b", "Newer"));
    storage.setItem("genie-draft:viewer:broken", "{");
    storage.setItem("genie-notes:viewer:fan", "stays");
    at(storage, { now: () => now.getTime() + 30.5 * dayMs });
    expect(namesIn(storage)).toEqual(["genie-draft:viewer:new", "genie-notes:viewer:fan"]);
  });

  it("still has what a device can't store", () => {
    const drafts = at({ ...device(), setItem: isFull });
    drafts.keep("new", draft("a", "Here"));
    expect(drafts.open("new")?.draft.caption).toBe("Here");
    expect(drafts.replace("new", null)?.id).toBe("a");
    expect(drafts.open("new")).toBeNull();
  });
});

function isFull(): never {
  throw new Error("full");
}

function at(
  storage: ReturnType<typeof device>,
  { viewerId = "viewer", now: clock = () => now.getTime() } = {},
) {
  return draftStore({ storage, viewerId, now: clock });
}

function draft(id: string, caption: string): KeptDraft {
  return openNew(null, toWritten({ ...emptyDraft, caption }), { id, zone, now }).kept;
}

function place(query: string): string {
  return placeOf(new URLSearchParams(query)) ?? "none";
}

function device() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    key: (at: number) => [...values.keys()][at] ?? null,
    get length() {
      return values.size;
    },
  };
}

function namesIn(storage: ReturnType<typeof device>): string[] {
  return Array.from({ length: storage.length }, (_none, at) => storage.key(at) ?? "").toSorted();
}
