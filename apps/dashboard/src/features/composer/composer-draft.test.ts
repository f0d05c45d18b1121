import { describe, expect, it } from "vitest";
import {
  changeOptions,
  changeOwn,
  describeMedia,
  differing,
  hasOwn,
  makeSame,
  partFor,
  replaceMedia,
  toggleAccount,
} from "./composer-draft.ts";
import { emptyDraft, picture } from "./testing/sample-draft.ts";

const sandbox = { id: "s", platform: "sandbox" };
const bluesky = { id: "b", platform: "bluesky" };
const other = { id: "c", platform: "bluesky" };
const draft = { ...emptyDraft, profileIds: ["s", "b"], caption: "For all" };

describe("a draft for several accounts", () => {
  it("gives all of them the same until one is to differ", () => {
    expect(partFor(draft, bluesky)).toEqual({ caption: "For all", media: [], options: {} });
    expect(differing(draft)).toEqual([]);
  });

  it("follows what all get in everything that she has not made different", () => {
    const asked = changeOwn(draft, "b");
    expect(differing(asked)).toEqual(["b"]);
    expect(partFor(asked, bluesky)).toEqual(partFor(draft, bluesky));
    const changed = { ...changeOwn(asked, "b", { caption: "Short" }), media: [picture("1")] };
    expect(partFor(changed, bluesky)).toMatchObject({ caption: "Short", media: [{ id: "1" }] });
    expect(partFor(changed, sandbox)).toMatchObject({ caption: "For all", media: [{ id: "1" }] });
    expect(hasOwn(changed, "b", "caption")).toBe(true);
    expect(hasOwn(changed, "b", "media")).toBe(false);
  });

  it("an empty caption of its own is a difference as well", () => {
    expect(partFor(changeOwn(draft, "b", { caption: "" }), bluesky).caption).toBe("");
  });

  it("makes an account the same again, and the others stay as they are", () => {
    const both = changeOwn(changeOwn(draft, "b", { caption: "B" }), "s", { caption: "S" });
    const same = makeSame(both, "b");
    expect(partFor(same, bluesky).caption).toBe("For all");
    expect(partFor(same, sandbox).caption).toBe("S");
  });

  it("keeps what was different for an account that is left out and chosen again", () => {
    const left = toggleAccount(changeOwn(draft, "b", { caption: "B" }), "b");
    expect(left.profileIds).toEqual(["s"]);
    expect(differing(left)).toEqual([]);
    const again = toggleAccount(left, "b");
    expect(differing(again)).toEqual(["b"]);
    expect(partFor(again, bluesky).caption).toBe("B");
  });

  it("answers options by platform, and by account where she wants it", () => {
    const all = changeOptions(draft, "bluesky", { replies: "nobody" });
    expect(partFor(all, bluesky).options).toEqual({ replies: "nobody" });
    expect(partFor(all, sandbox).options).toEqual({});
    const one = changeOwn(all, "b", { options: { replies: "everybody" } });
    expect(partFor(one, bluesky).options).toEqual({ replies: "everybody" });
    expect(partFor(one, other).options).toEqual({ replies: "nobody" });
  });
});

describe("media of a draft", () => {
  const withMedia = changeOwn({ ...draft, media: [picture("1"), picture("2")] }, "b", {
    media: [picture("2")],
  });

  it("are described wherever they are in it", () => {
    const described = describeMedia(withMedia, "2", "A red curtain");
    expect(partFor(described, sandbox).media.map((item) => item.altText)).toEqual([
      "",
      "A red curtain",
    ]);
    expect(partFor(described, bluesky).media).toMatchObject([{ altText: "A red curtain" }]);
  });

  it("are replaced for one account alone, in their place", () => {
    const replaced = replaceMedia(withMedia, sandbox, "1", picture("small"));
    expect(partFor(replaced, sandbox).media.map(({ id }) => id)).toEqual(["small", "2"]);
    expect(replaced.media.map(({ id }) => id)).toEqual(["1", "2"]);
    expect(partFor(replaced, bluesky).media.map(({ id }) => id)).toEqual(["2"]);
  });

  it("that she has removed meanwhile don't come back", () => {
    expect(replaceMedia(withMedia, bluesky, "1", picture("small"))).toBe(withMedia);
  });
});
