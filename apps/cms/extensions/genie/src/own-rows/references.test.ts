import { ownership } from "@genie/schema";
import { describe, expect, it } from "vitest";
import { referencedIds } from "./references.ts";

const posts = ownership.get("scheduled_posts");
const profile = "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c9999";

const idsIn = (payload: Record<string, unknown>) =>
  posts ? referencedIds(posts, payload) : undefined;

describe("referencedIds", () => {
  it("finds ids and objects with an id, in every reference to owned rows", () => {
    expect(idsIn({ creator_profile_id: profile, media_id: { id: profile, caption: "x" } })).toEqual(
      [
        { field: "creator_profile_id", collection: "creator_profiles", id: profile },
        { field: "media_id", collection: "scraped_media", id: profile },
      ],
    );
  });

  it("leaves out what refers to nothing, and new rows, which pass the gate themselves", () => {
    expect(
      idsIn({ creator_profile_id: { username: "x" }, media_id: null, caption: profile }),
    ).toEqual([]);
    expect(idsIn({})).toEqual([]);
  });

  it.each([1, true, ["x"], [[profile]], { id: 1 }, { id: [profile] }, { id: { id: profile } }, ""])(
    "takes %j for no row, so that it is refused or checked as a new one",
    (value) => {
      const ids = idsIn({ creator_profile_id: value }) ?? [];
      expect(ids.filter(({ id }) => id !== "")).toEqual([]);
    },
  );
});
