import { describe, expect, it } from "vitest";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";
import { checkDraft, isReady } from "./check-draft.ts";
import { changeOwn, type ComposerDraft } from "./composer-draft.ts";
import { firstTroubled, isTroubled, sayProblems } from "./said-problems.ts";
import { accountsOn } from "./testing/sample-accounts.ts";
import { emptyDraft, picture } from "./testing/sample-draft.ts";

const messages = messagesFor(defaultLocale);
const now = new Date("2026-11-25T17:00:00Z");
const sandbox = accountsOn({ platform: "sandbox" });
const both = accountsOn({ platform: "sandbox" }, { platform: "shortform" });
const onSandbox = { ...emptyDraft, profileIds: ["sandbox-robin"], caption: "Hello" };
const onBoth = { ...onSandbox, profileIds: ["sandbox-robin", "shortform-robin"] };

const check = (draft: ComposerDraft, accounts = sandbox, againstRules = {}) =>
  checkDraft(draft, { accounts, againstRules, now, zone: "Europe/Berlin" }, messages);
const said = (
  draft: ComposerDraft,
  accounts = sandbox,
  field: "caption" | "media" | "options" | "rating" = "caption",
) =>
  sayProblems(check(draft, accounts), accounts, field, accounts.length > 1).map(
    ({ sentence }) => sentence,
  );

describe("checkDraft", () => {
  it("finds nothing wrong with a post that fits", () => {
    expect(isReady(check({ ...onSandbox, media: [picture("1")] }))).toBe(true);
  });

  it("puts each problem beside its field", () => {
    const media = [picture("1"), picture("2", { mime: "image/tiff" })];
    const draft = { ...onSandbox, media, caption: "x".repeat(501), time: "17:59" };
    expect(check(draft)).toEqual({
      accounts: null,
      time: "This time has passed. Choose one that is still to come.",
      posts: {
        "sandbox-robin": {
          caption: ["This caption has 501 characters; Sandbox takes 500. Shorten it."],
          media: [
            {
              sentence: expect.stringMatching(
                /^Sandbox does not take "item 2", which is image\/ti/,
              ),
              fixes: null,
            },
          ],
          options: [],
          rating: [],
        },
      },
    });
  });

  it("asks for content beside the caption, for a time and for an account", () => {
    expect(said({ ...onSandbox, caption: " " })).toEqual([
      expect.stringMatching(/^There is nothing to post/),
    ]);
    expect(check({ ...onSandbox, date: "" }).time).toMatch(/^Choose a date and a time/);
    expect(check(emptyDraft, []).accounts).toBe("Choose at least one account.");
  });

  it("holds each account's post against what that account takes", () => {
    const draft = { ...onBoth, caption: "Twelve signs" };
    expect(said(draft, both)).toEqual([
      "Shortform: This caption has 12 characters; Shortform takes 10. Shorten it.",
    ]);
    const shorter = changeOwn(draft, "shortform-robin", { caption: "Ten signs" });
    expect(isReady(check(shorter, both))).toBe(true);
  });

  it("goes by what the account's own server takes", () => {
    const accounts = accountsOn({ platform: "shortform", platformLimits: { captionLength: 40 } });
    const draft = { ...onBoth, caption: "Twelve signs" };
    expect(isReady(check(draft, accounts))).toBe(true);
  });

  it("says once what is wrong for all of them", () => {
    expect(said({ ...onBoth, caption: "" }, both)).toEqual([
      "There is nothing to post. Write a caption, or choose a picture or a video.",
    ]);
  });

  it("names accounts of one platform apart", () => {
    const accounts = accountsOn(
      { platform: "shortform" },
      { platform: "shortform", username: "anna" },
    );
    const draft = changeOwn(
      { ...onBoth, caption: "Twelve signs", profileIds: accounts.map(({ id }) => id) },
      "shortform-anna",
      { caption: "Short" },
    );
    expect(said(draft, accounts)).toEqual([expect.stringMatching(/^Shortform @robin: /)]);
  });

  it("says how far an account lets posts go, and what it can't be told", () => {
    expect(said({ ...onBoth, rating: "explicit" }, both, "rating")).toEqual([
      expect.stringMatching(/^Shortform: Shortform does not take posts that go this far/),
    ]);
    const options = { sandbox: { visibility: "nobody" } };
    expect(said({ ...onSandbox, options }, sandbox, "options")).toHaveLength(1);
  });

  it("offers a copy that fits for pictures that a job can work on, and for nothing else", () => {
    const media = [
      picture("tall", { mime: "image/jpeg", height: 4000 }),
      picture("fine", { mime: "image/jpeg" }),
      { ...picture("film", { mime: "video/mp4" }), kind: "video" as const },
    ];
    const { posts } = check({ ...onBoth, caption: "Hi", media }, both);
    expect(posts["shortform-robin"]?.media.map(({ fixes }) => fixes)).toEqual([null, "tall", null]);
    const described = { ...picture("1", { mime: "image/jpeg" }), altText: "x".repeat(21) };
    const long = check({ ...onBoth, caption: "Hi", media: [described] }, both);
    expect(long.posts["shortform-robin"]?.media).toEqual([
      { sentence: expect.stringContaining("description"), fixes: null },
    ]);
  });

  it("offers a copy for each of the accounts that all say the same of it", () => {
    const accounts = accountsOn(
      { platform: "shortform" },
      { platform: "shortform", username: "anna" },
    );
    const draft = {
      ...onBoth,
      profileIds: accounts.map(({ id }) => id),
      caption: "Hi",
      media: [picture("tall", { mime: "image/jpeg", height: 4000 })],
    };
    expect(sayProblems(check(draft, accounts), accounts, "media", true)).toEqual([
      {
        sentence: expect.stringContaining("item 1"),
        fixes: accounts.map(({ id }) => ({ mediaId: "tall", accountId: id })),
      },
    ]);
  });

  it("offers a copy that fits for videos where videos are taken", () => {
    const film = { ...picture("film", { mime: "video/quicktime" }), kind: "video" as const };
    const { posts } = check({ ...onBoth, caption: "Hi", media: [film] }, both);
    expect(posts["sandbox-robin"]?.media.map(({ fixes }) => fixes)).toEqual(["film"]);
    expect(posts["shortform-robin"]?.media.map(({ fixes }) => fixes)).toEqual([null]);
  });

  it("adds what her own rules say", () => {
    const broken = { "sandbox-robin": ['Your rules "House" ban "cheap". Leave it out.'] };
    expect(isReady(check(onSandbox, sandbox, broken))).toBe(false);
  });
});

describe("the part to change", () => {
  const own = changeOwn(onBoth, "shortform-robin", { caption: "Twelve signs" });

  it("is that of the account whose own caption is to blame", () => {
    const place = { draft: own, accounts: both, part: null };
    const problems = check(own, both);
    expect(isTroubled(problems, place)).toBe(false);
    expect(isTroubled(problems, { ...place, part: "shortform-robin" })).toBe(true);
    expect(firstTroubled(problems, place)).toBe("shortform-robin");
  });

  it("stays the one that is shown when that is to blame as well", () => {
    const draft = { ...own, caption: "x".repeat(501) };
    const place = { draft, accounts: both, part: "shortform-robin" };
    expect(firstTroubled(check(draft, both), place)).toBe("shortform-robin");
    expect(firstTroubled(check(draft, both), { ...place, part: null })).toBeNull();
  });
});
