import { Classification } from "@genie/schema";
import { describe, expect, test } from "vitest";
import type { Classifiable, OwnTag } from "./classifier.ts";
import { openClassifier } from "./open-classifier.ts";
import { sampleMapping } from "./sample-mapping.ts";

const classifier = openClassifier(sampleMapping);
const nothingKnown = { type: "image", width: null, height: null, durationS: null, sizeBytes: null };

function read(entry: Partial<Classifiable>, own: OwnTag[] = []) {
  const media = nothingKnown as Classifiable["media"];
  return classifier.readFor(own)({ caption: null, tags: [], media, ...entry });
}
function found(caption: string, tags: string[] = []) {
  return read({ caption, tags }).tags.map(({ tag }) => tag);
}
function confidenceOf(entry: Partial<Classifiable>, concept: "audience-appeal" | "content-type") {
  return read(entry).concepts[concept].confidence;
}
function wordsOf(caption: string) {
  return read({ caption }).tags.flatMap(({ from }) => from.map(({ words }) => words));
}

describe("what is written", () => {
  test.each([
    ["A mirror selfie", ["mirror selfie"]],
    ["Selfie, then a mirror selfie.", ["selfie", "mirror selfie"]],
    ["BEACH", ["beach"]],
    ["two beaches", ["beach"]],
    ["𝓫𝓮𝓪𝓬𝓱 and ｂｅａｃｈ", ["beach"]],
    ["b\u0301each", ["beach"]],
    ["Valentine’s Day", ["valentines day"]],
    ["St. Valentine is near", ["valentines day"]],
    ["18+ only", ["adults only"]],
    ["in 9:16", ["vertical video"]],
    ["photo-shoot", ["photo shoot"]],
    ["photo_shoot", ["photo shoot"]],
    ["goldenhour", ["golden hour"]],
    ["new pic shoot", ["photo shoot"]],
    ["cosy", ["cozy"]],
  ])("%s", (caption, tags) => {
    expect(found(caption)).toEqual(tags);
  });

  test.each([
    ["Sesión de fotos con mi perro en la playa", ["photo shoot", "dog", "beach"]],
    ["Dos sesiones de fotos, vestidos rojos", ["photo shoot", "red dress"]],
    ["O meu cachorro na praia", ["dog", "beach"]],
    [
      "Mit rotem Lippenstift hinter den Kulissen, gemuetlich",
      ["red lipstick", "behind the scenes", "cozy"],
    ],
    ["Séance photo à la plage", ["photo shoot", "beach"]],
    ["L'après-midi d'un chien", ["dog"]],
  ])("in other languages: %s", (caption, tags) => {
    expect(found(caption)).toEqual(tags);
  });

  test.each([
    ["a meme", ["meme"]],
    ["Quand même, MÊME les mêmes", []],
    ["quand me\u0302me", []],
  ])("with the accents of another word it is no tag: %s", (caption, tags) => {
    expect(found(caption)).toEqual(tags);
  });

  test.each([
    ["#beachvibes", ["beach"]],
    ["#BehindTheScenes", ["behind the scenes"]],
    ["#behindthescenes", ["behind the scenes"]],
    ["#GoldenHour#BeachDay", ["golden hour", "beach"]],
    ["#beach_day", ["beach"]],
    ["#ÀLaPlage", ["beach"]],
    ["#qzxbeachwv", []],
    ["#golden #hour", []],
    ["#mirrorslefie", ["mirror selfie"]],
    ["#staycation", []],
  ])("hashtags: %s", (caption, tags) => {
    expect(found(caption)).toEqual(tags);
  });

  test("a hashtag is cut at ordinary words rather than at a name that is none", () => {
    const north = openClassifier([
      { tag: "north", concept: "content-type", weight: 0.5, aliases: ["nore"] },
    ]).readFor([]);
    const media = nothingKnown as Classifiable["media"];
    const namesOf = (caption: string) =>
      north({ caption, tags: [], media }).tags.map((one) => one.tag);
    expect(namesOf("#kittensnore")).toEqual([]);
    expect(namesOf("#kittennore")).toEqual(["north"]);
  });

  test.each([
    ["a skatebord", ["skateboard"]],
    ["a skateboadr", ["skateboard"]],
    ["a skatteboard", ["skateboard"]],
    ["a skatebosrd", ["skateboard"]],
    ["behind the sceens", ["behind the scenes"]],
    ["a slfie", []],
    ["a skatbord", []],
  ])("one letter amiss: %s", (caption, tags) => {
    expect(found(caption)).toEqual(tags);
    const typos = read({ caption }).tags.flatMap(({ from }) => from.map(({ typo }) => typo));
    expect(typos).toEqual(tags.map(() => true));
  });

  test("a slip is told of its own word alone", () => {
    read({ caption: "xx skatebord" });
    const { tags } = read({ caption: "beach skatebord" });
    expect(tags.map(({ from }) => from[0]?.typo)).toEqual([undefined, true]);
  });

  test("a word that could be either of two tags is neither, and an ordinary word is what it is", () => {
    expect(found("a pxinter")).toEqual([]);
    expect(found("a trailed path")).toEqual([]);
    expect(found("playfur, praiam")).toEqual([]);
    expect(found("a traier")).toEqual([]);
  });

  test.each([
    "beachcomber",
    "dogma",
    "bleach",
    "@beach and mail to me@beach.example",
    "https://example.org/beach/dog www.beach.example",
    "golden. hour",
    "mirror; self",
    "❤️ 😀",
    "raining cats and dogs, a dog tired top dog",
  ])("is not taken for more: %s", (caption) => {
    expect(found(caption)).toEqual([]);
  });

  test("an emoji that names a thing is that thing", () => {
    expect(found("🏖️ soon")).toEqual(["beach"]);
  });

  test("the evidence is the words as they stand there", () => {
    expect(wordsOf("Hinter  den KULISSEN! #mybeachday")).toEqual(["Hinter  den KULISSEN", "beach"]);
    expect(read({ caption: "x", tags: ["Béach"] }).tags[0]?.from).toEqual([
      { in: "tags", words: "Béach" },
    ]);
  });

  test("a tag that is said twice is one, with both as evidence", () => {
    const [tag, ...others] = read({ caption: "beach, playa", tags: ["beach"] }).tags;
    expect(others).toEqual([]);
    expect(tag?.from.map(({ words }) => words)).toEqual(["beach", "playa", "beach"]);
  });
});

describe("values", () => {
  test("an adult label stays adult beside any number of wholesome words", () => {
    const caption = "Family friendly, cozy, playful, hugs, safe for work. Adults only!";
    expect(read({ caption }).concepts["intimacy-level"].value).toBeGreaterThanOrEqual(0.95);
  });

  test("without evidence value and confidence are 0", () => {
    for (const concept of Object.values(read({ caption: "and then?" }).concepts)) {
      expect(concept).toEqual({ value: 0, confidence: 0 });
    }
  });

  test("more tags make a strength stronger, and never more than 1", () => {
    const one = read({ caption: "beach" }).concepts["content-type"];
    const two = read({ caption: "beach, photo shoot" }).concepts["content-type"];
    expect(two.value).toBeGreaterThan(one.value);
    expect(two.confidence).toBeGreaterThan(one.confidence);
    expect(two.value).toBeLessThanOrEqual(1);
  });

  test("a misspelt word and an emoji are trusted less, a tag beside it more", () => {
    expect(confidenceOf({ caption: "skatebord" }, "audience-appeal")).toBeLessThan(
      confidenceOf({ caption: "skateboard" }, "audience-appeal"),
    );
    expect(confidenceOf({ caption: "🏖" }, "content-type")).toBeLessThan(
      confidenceOf({ caption: "beach" }, "content-type"),
    );
    expect(confidenceOf({ tags: ["beach"] }, "content-type")).toBeGreaterThan(
      confidenceOf({ caption: "beach" }, "content-type"),
    );
  });

  test("a short vertical video is one by its size and length", () => {
    const { tags, concepts } = read({
      media: { type: "video", width: 1080, height: 1920, durationS: 20, sizeBytes: null },
    });
    expect(tags).toEqual([
      expect.objectContaining({
        tag: "vertical video",
        from: [{ in: "media", words: "1080 x 1920, 20 s" }],
      }),
    ]);
    expect(concepts["platform-fit"].value).toBeGreaterThan(0);
  });
});

describe("what the creator has corrected", () => {
  const corrections = {
    concepts: { "content-type": 0.1 },
    added: ["giveaway", "dog"],
    removed: ["beach", "bts"],
  };

  test("wins", () => {
    const { tags, concepts } = read({
      caption: "dog on the beach",
      corrections,
      proposals: ["behind the scenes", "golden hour"],
    });
    expect(tags.map(({ tag, by }) => [tag, by])).toEqual([
      ["dog", "added"],
      ["giveaway", "added"],
      ["golden hour", "proposed"],
    ]);
    expect(tags[0]?.from).toEqual([{ in: "caption", words: "dog" }]);
    expect(concepts["content-type"]).toEqual({ value: 0.1, confidence: 1, corrected: true });
    expect(concepts["engagement-potential"].value).toBeGreaterThan(0);
    expect(concepts["production-quality"]).toEqual({ value: 0, confidence: 0 });
  });

  test("a removed fact of the video says nothing either", () => {
    const { concepts } = read({
      media: { type: "video", width: 1080, height: 1920, durationS: 20, sizeBytes: null },
      corrections: { concepts: {}, added: [], removed: ["vertical video"] },
    });
    expect(concepts["platform-fit"]).toEqual({ value: 0, confidence: 0 });
  });
});

describe("a creator's own tags", () => {
  const glow: OwnTag = {
    tag: "glow potion",
    concept: "audience-appeal",
    weight: 0.9,
    ignored: false,
  };
  const own: OwnTag[] = [
    { tag: "beach", concept: "platform-fit", weight: 1, ignored: false },
    { tag: "dog", concept: "audience-appeal", weight: 1, ignored: true },
    glow,
    { tag: "skatebord", concept: "content-type", weight: 0.9, ignored: false },
    { tag: "пляж", concept: "content-type", weight: 0.4, ignored: false },
  ];

  test("say otherwise, are ignored, and are words that nobody else has", () => {
    const { tags } = read(
      { caption: "Beach, dog, glow potions, #GlowPotion, skatebord, Пляж" },
      own,
    );
    expect(tags.map(({ tag, concept }) => [tag, concept])).toEqual([
      ["beach", "platform-fit"],
      ["glow potion", "audience-appeal"],
      ["skatebord", "content-type"],
      ["пляж", "content-type"],
    ]);
    expect(tags[1]?.from.map(({ words }) => words)).toEqual(["glow potions", "GlowPotion"]);
  });

  test("may be what is an idiom to others", () => {
    const ownIdiom: OwnTag = { ...glow, tag: "coffee table" };
    expect(read({ caption: "my coffee table" }, [ownIdiom]).tags.map(({ tag }) => tag)).toEqual([
      "coffee table",
    ]);
  });

  test("are nobody else's", () => {
    expect(found("glow potion")).toEqual([]);
  });
});

describe("the classifier", () => {
  test("says what a term means", () => {
    expect(classifier.resolve("Photo-Shoots")?.tag).toBe("photo shoot");
    expect(classifier.resolve("#bts")?.tag).toBe("behind the scenes");
    expect(classifier.resolve("nothing such")).toBeNull();
    expect(classifier.resolve(" ")).toBeNull();
  });

  test("has the version of its mapping", () => {
    expect(openClassifier(sampleMapping).version).toBe(classifier.version);
    expect(openClassifier(sampleMapping.slice(1)).version).not.toBe(classifier.version);
    expect(read({}).version).toBe(classifier.version);
  });

  test("answers in the shape that is kept, however much there is", () => {
    const caption = "beach playa ".repeat(5_000);
    const { tags } = Classification.parse(read({ caption, tags: ["dog"] }));
    expect(tags.map(({ tag }) => tag)).toEqual(["beach", "dog"]);
  });
});
