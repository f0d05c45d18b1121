import { describe, expect, it } from "vitest";
import { answerTo } from "./answer-to.ts";

const form = `instruction: Find this one element: WHAT. Answer with it alone.
Accessibility Tree: 
[0-3] RootWebArea: Welcome
  [0-24] LabelText
    [0-25] StaticText: Handle
    [0-5] textbox: Handle
  [0-6] textbox: Secret word
  [0-10] input, file: Media files
  [0-9] select: Audience
  [0-11] button: Enter
  [0-12] button: Leave`;
const posts = `Instruction: Say where these are.
DOM: [0-3] RootWebArea: Maya
  [0-4] heading: Maya
  [0-5] StaticText: Entries
  [0-6] StaticText: 2
  [0-10] link: 3 May 2026, 14:00
    [0-11] time
      [0-12] StaticText: 3 May 2026, 14:00
  [0-13] StaticText: Message
  [0-14] StaticText: Likes and more
  [0-15] link: Photo
    [0-16] image: Photo
  [0-17] StaticText: Topics
  [0-18] StaticText: #a
  [0-19] StaticText: #b
  [0-20] StaticText: Hearts
  [0-21] StaticText: 12
  [0-30] link: 2 May 2026, 14:00
  [0-31] StaticText: Message
  [0-32] Video: Video
  [0-40] StaticText: Hearts
  [0-41] StaticText: 1,234
  [0-50] link: Older ones`;

type Kind = "fit" | "wrong" | "absent";

const ask = (name: string, content: string, schema: unknown = {}, kind: Kind = "fit") =>
  answerTo([{ role: "user", content, tool_calls: [] }], { name, schema }, kind);
const found = (what: string, kind: Kind = "fit") =>
  ask("Observation", form.replace("WHAT", what), {}, kind);
const elements = (...ids: string[]) => ({
  elements: ids.map((elementId) => expect.objectContaining({ elementId })),
});

const field = (description: string) => ({ type: "string", description });

describe("an element", () => {
  it.each([
    ["the field for the username", "0-5"],
    ["the field for the password", "0-6"],
    ["the field for photos and videos", "0-10"],
    ["the choice of the visibility", "0-9"],
    ["the button that signs in", "0-11"],
  ])("%s is found by role and words", (what, id) => {
    expect(found(what)).toEqual(elements(id));
  });

  it("that is not there is not made up, unless it is to be", () => {
    expect(found("the button that publishes the post")).toEqual(elements());
    expect(found("the button that signs in", "wrong")).toEqual(elements("0-5"));
    expect(found("the button that signs in", "absent")).toEqual(elements("0-999999"));
  });
});

it("fields are found by their labels, and rows by their moments", () => {
  const schema = {
    properties: {
      fields: {
        properties: {
          posts: field("the number of posts"),
          next: field("the link to the next page"),
        },
      },
      rows: {
        items: {
          properties: {
            link: field("the link to the post, on the time of it"),
            caption: field("the caption"),
            likes: field("the number of likes"),
            tags: { type: "array", description: "each of the tags" },
            media: { type: "array", description: "each picture and each video" },
          },
        },
      },
    },
  };
  expect(ask("Extraction", posts, schema)).toEqual({
    fields: { posts: "0-6", next: "0-50" },
    rows: [
      {
        link: "0-10",
        caption: "0-14",
        likes: "0-21",
        tags: ["0-18", "0-19"],
        media: ["0-16"],
      },
      { link: "0-30", caption: null, likes: "0-41", tags: [], media: ["0-32"] },
    ],
  });
});

it("fans are found by their usernames, and the words of each by their looks", () => {
  const fans = `Instruction: Say where these are.
DOM: [0-3] RootWebArea: Fans
  [0-4] heading: Fans
  [0-5] StaticText: 2 fans have spent $12.00.
  [0-6] StaticText: Level
  [0-10] StaticText: Maya L.
  [0-11] StaticText: @mayal12
  [0-12] StaticText: Gold
  [0-13] StaticText: $10.00
  [0-14] time
    [0-15] StaticText: 20 Nov 2026, 10:30
  [0-16] StaticText: 1 Mar 2025
  [0-20] StaticText: Otis B.
  [0-21] StaticText: @otisb77
  [0-22] StaticText: $2.00
  [0-50] link: Older ones`;
  const properties = {
    name: field("the name of the fan"),
    handle: field("the username of the fan, with an @ before it"),
    tier: field("the tier of the subscription"),
    spent: field("the money that the fan has spent"),
    seen: field("the time when the fan was last seen"),
    since: field("the day since when the fan has been subscribed"),
  };
  const schema = {
    properties: {
      fields: {
        properties: {
          total: field("the sentence that says how many fans there are"),
          next: field("the link to the next page"),
        },
      },
      rows: { description: "a fan; all of them, in order", items: { properties } },
    },
  };
  const none = { tier: null, seen: null, since: null };
  expect(ask("Extraction", fans, schema)).toEqual({
    fields: { total: "0-5", next: "0-50" },
    rows: [
      {
        name: "0-10",
        handle: "0-11",
        tier: "0-12",
        spent: "0-13",
        seen: "0-15",
        since: "0-16",
      },
      { ...none, name: "0-20", handle: "0-21", spent: "0-22" },
    ],
  });
});
