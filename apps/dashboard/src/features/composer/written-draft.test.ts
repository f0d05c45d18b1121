import { describe, expect, it } from "vitest";
import type { ComposerDraft } from "./composer-draft.ts";
import { emptyDraft, picture } from "./testing/sample-draft.ts";
import { fromWritten, mediaIdsOf, reapply, toWritten, WrittenDraft } from "./written-draft.ts";

const full: ComposerDraft = {
  ...emptyDraft,
  profileIds: ["a", "b"],
  caption: "Hello",
  media: [picture("1"), picture("2")],
  options: { bluesky: { replies: "nobody" } },
  own: { b: { caption: "Short", media: [picture("3")] }, a: {} },
};

describe("a written draft", () => {
  it("is the same draft again, after it was stored, with the media that are still there", () => {
    const stored = WrittenDraft.parse(JSON.parse(JSON.stringify(toWritten(full))));
    const all = [picture("3"), picture("2"), picture("1")];
    expect(fromWritten(stored, all)).toEqual(full);
    expect(fromWritten(stored, all.slice(1))).toEqual({
      ...full,
      own: { b: { caption: "Short", media: [] }, a: {} },
    });
  });

  it("holds ids of media and nothing else of them", () => {
    expect(mediaIdsOf(toWritten(full))).toEqual(["1", "2", "3"]);
    expect(JSON.stringify(toWritten(full))).not.toContain("picture.png");
  });
});

describe("reapply", () => {
  const from = toWritten({ ...full, date: "2026-11-25", time: "21:00" });

  it("does her changes again and leaves the rest as it is", () => {
    const draft = { ...from, caption: "Hello there" };
    const onto = { ...from, date: "2026-11-27", media: ["9"] };
    expect(reapply({ draft, from }, onto)).toEqual({
      ...from,
      caption: "Hello there",
      date: "2026-11-27",
      media: ["9"],
    });
  });

  it("takes date and time as one", () => {
    const draft = { ...from, time: "20:00" };
    const onto = { ...from, date: "2026-11-27" };
    expect(reapply({ draft, from }, onto)).toMatchObject({ date: "2026-11-25", time: "20:00" });
  });
});
