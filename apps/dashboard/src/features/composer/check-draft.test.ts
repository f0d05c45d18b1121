import type { Media } from "@genie/directus-client";
import { listPlatforms } from "@genie/platforms";
import { describe, expect, it } from "vitest";
import { defaultLocale, messagesFor } from "#messages/messages.ts";
import { checkDraft } from "./check-draft.ts";
import type { ComposerDraft } from "./composer-draft.ts";

const messages = messagesFor(defaultLocale);
const [platform] = listPlatforms({ sandboxUrl: "http://sandbox.localhost:3004" });
const around = { platform, now: new Date("2026-11-25T17:00:00Z"), zone: "Europe/Berlin" };
const good: ComposerDraft = {
  profileId: "1",
  media: [],
  caption: "Hello",
  date: "2026-11-25",
  time: "21:00",
  latePolicy: "publish",
};

describe("checkDraft", () => {
  it("finds nothing wrong with a post that fits", () => {
    expect(checkDraft({ ...good, media: [picture("image/png")] }, around, messages)).toEqual({});
  });

  it("puts each problem beside its field", () => {
    const media = [picture("image/png"), picture("image/tiff")];
    const draft = { ...good, media, caption: "x".repeat(501), time: "17:59" };
    expect(checkDraft(draft, around, messages)).toEqual({
      caption: "This caption has 501 characters; Sandbox takes 500. Shorten it.",
      media: expect.stringMatching(/^Sandbox does not take "item 2", which is image\/tiff/),
      time: "This time has passed. Choose one that is still to come.",
    });
  });

  it("asks for content beside the caption", () => {
    expect(checkDraft({ ...good, caption: " " }, around, messages).caption).toMatch(
      /^There is nothing to post/,
    );
  });

  it("asks for a time", () => {
    expect(checkDraft({ ...good, date: "" }, around, messages)).toEqual({
      time: "Choose a date and a time, or save the post as a draft.",
    });
  });
});

function picture(mime: string): Media {
  return {
    id: "2",
    kind: "image",
    source: "uploaded",
    file: { id: "3", mime, width: 10, height: 10 },
    caption: "",
    account: null,
    permalink: null,
    publishedAt: null,
    createdAt: null,
    likes: null,
    comments: null,
    views: null,
    earnings: null,
    currency: null,
    width: 10,
    height: 10,
    durationS: null,
    derivedFrom: null,
  };
}
