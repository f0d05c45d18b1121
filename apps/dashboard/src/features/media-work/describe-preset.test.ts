import { describe, expect, it } from "vitest";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";
import { describePreset } from "./describe-preset.ts";

const messages = messagesFor(defaultLocale);

describe("describePreset", () => {
  it.each([
    [
      { work: "watermark", options: { text: "@mara", tile: true } },
      "“@mara”, All over the picture, in slanted rows, Opacity: 60 %, Size: 30 % of the width",
    ],
    [
      { work: "teaser", options: { length_s: 8, aspect: "vertical", blur: 0.4, sound: false } },
      "8 seconds, the best moments, Tall, 9:16, Blur: 40 %, without sound",
    ],
    [{ work: "compress", options: { target_mb: 2.5 } }, "2.5 MB at most"],
  ] as const)("of %o", (preset, said) => {
    expect(describePreset(preset, messages)).toBe(said);
  });

  it("says so when it is not understood", () => {
    expect(describePreset({ work: "teaser", options: { length: 8 } }, messages)).toMatch(/can't/);
  });
});
