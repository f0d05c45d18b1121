import { expect, it } from "vitest";
import { withOwnPicture } from "./with-own-picture.ts";

const files = new Map([["old", "new"]]);

it.each([
  [{ image_file_id: "old" }, { image_file_id: "new" }],
  [
    { length_s: 5, watermark: { image_file_id: "old", scale: 0.3 } },
    { length_s: 5, watermark: { image_file_id: "new", scale: 0.3 } },
  ],
  [{ image_file_id: "left out" }, { image_file_id: "left out" }],
  [{ text: "@me" }, { text: "@me" }],
  [null, null],
])("options %j name the picture that is here: %j", (options, expected) => {
  expect(withOwnPicture(options, files)).toEqual(expected);
});
