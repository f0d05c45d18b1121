import { describe, expect, it } from "vitest";
import { partFor } from "./composer-draft.ts";
import { planPosts } from "./plan-posts.ts";
import { draftOf } from "./start-drafts.ts";
import { picture } from "./testing/sample-draft.ts";
import { samplePost as post } from "./testing/sample-post.ts";

const zone = "Europe/Berlin";
const now = new Date("2026-11-25T12:00:00Z");
const first = post({ account: { id: "s", platform: "sandbox", username: "robin" } });
const second = post({
  account: { id: "b", platform: "bluesky", username: "robin" },
  caption: "Short",
  media: [picture("2")],
  config: { replies: "nobody" },
});
const profiles = [first.account, second.account];

describe("draftOf", () => {
  it("makes what differs between posts that were written as one different, and nothing else", () => {
    const draft = draftOf([first, second], zone, now);
    expect(draft).toMatchObject({ profileIds: ["s", "b"], caption: "Hello", time: "21:00" });
    expect(draft.own).toEqual({ b: { caption: "Short", media: [picture("2")] } });
    expect(partFor(draft, second.account).options).toEqual({ replies: "nobody" });
  });

  it("and saving it untouched changes no post", () => {
    const draft = draftOf([first, second], zone, now);
    const plans = planPosts(draft, profiles, { zone, status: "pending" });
    expect(plans).toEqual(
      [first, second].map((one) => ({
        profileId: one.account.id,
        caption: one.caption,
        mediaIds: one.media.map(({ id }) => id),
        scheduledFor: "2026-11-25T20:00:00.000Z",
        timezone: zone,
        status: "pending",
        latePolicy: "hold",
        rating: "suggestive",
        config: one.config,
      })),
    );
  });

  it("suggests a time for a post whose own has passed", () => {
    const late = { ...first, scheduledFor: "2026-11-25T11:00:00Z" };
    expect(draftOf([late], zone, now)).toMatchObject({ date: "2026-11-25", time: "21:00" });
  });

  it("keeps what an account of the same platform is told differently", () => {
    const third = { ...second, account: { ...second.account, id: "c" }, config: {} };
    const draft = draftOf([first, second, third], zone, now);
    expect(partFor(draft, third.account).options).toEqual({});
    expect(partFor(draft, second.account).options).toEqual({ replies: "nobody" });
  });
});
