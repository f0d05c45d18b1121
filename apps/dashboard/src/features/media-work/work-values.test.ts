import { mediaOptions, type MediaWork } from "@genie/schema";
import { describe, expect, it } from "vitest";
import { startValues, taskOf, withOptions } from "./work-values.ts";

const start = startValues("@mara", "2f1ce5f6-6d0c-4e3b-9d52-5b1a3f5cf5b0");
const fileId = "5e2c0b1a-9f3d-4c58-8a7e-3d6f1b2c4a90";

const presets: [MediaWork, Record<string, unknown>][] = [
  ["watermark", { text: "Mara", opacity: 0.4, tile: true, margin: 0.1 }],
  ["watermark", { image_file_id: fileId, position: "center", scale: 0.55 }],
  ["teaser", { length_s: 7, from: "start", start_s: 3.5, aspect: "vertical", blur: 0.35 }],
  ["teaser", { sound: false, watermark: { text: "Mara" } }],
  ["compress", { target_mb: 2.5 }],
  ["strip_metadata", {}],
];

describe("the values of a dialog", () => {
  it.each(presets)("give the options of a %s preset back as they were: %o", (work, options) => {
    const values = withOptions(start, work, options);
    expect(values).not.toBeNull();
    const task = taskOf(work, values ?? start);
    expect(mediaOptions[work].parse(task.options)).toEqual(mediaOptions[work].parse(options));
  });

  it("are what the gate takes before anything is changed", () => {
    for (const work of Object.keys(mediaOptions) as MediaWork[]) {
      const { options } = taskOf(work, start);
      expect(mediaOptions[work].safeParse(options).success).toBe(true);
    }
  });

  it("say so when a preset holds what is not understood", () => {
    expect(withOptions(start, "watermark", { words: "Mara" })).toBeNull();
  });
});
