import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { useFolder } from "../testing/use-folder.ts";
import { inspectPicture } from "./inspect-picture.ts";
import { stripPicture } from "./strip-picture.ts";

const folder = useFolder();
const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta><?xpacket end="w"?>`;

const noisy = () =>
  sharp({
    create: {
      width: 90,
      height: 60,
      channels: 3,
      background: "#468",
      noise: { type: "gaussian", mean: 128, sigma: 30 },
    },
  });

/** Of a camera that knew where it was, held upright, with a wide range of colours. */
const written = () =>
  noisy()
    .withIccProfile("p3")
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: "Camera", Copyright: "Jane Doe" },
      IFD3: { GPSLatitude: "52/1 30/1 0/1" },
    })
    .withXmp(xmp);

async function store(name: string, picture: Sharp | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, Buffer.isBuffer(picture) ? picture : await picture.toBuffer());
  return path;
}

const pixelsOf = (path: string) => sharp(path).raw().toBuffer();

describe("stripPicture", () => {
  it.each(["jpeg", "png", "webp"] as const)(
    "takes all out of a %s but the picture, its turn and its colours, without packing it anew",
    async (format) => {
      const input = await store(`full.${format}`, written().toFormat(format));
      const before = await inspectPicture({ input });
      expect(before.metadata.toSorted()).toEqual(["camera", "location", "text"]);
      const made = await stripPicture({ input, output: join(folder, `bare-${format}`) });
      const after = await inspectPicture({ input: made.path });
      expect(after).toMatchObject({ width: 60, height: 90, metadata: [] });
      const [old, now] = [await sharp(input).metadata(), await sharp(made.path).metadata()];
      expect(now).toMatchObject({ orientation: 6, icc: old.icc });
      expect(now.xmp).toBeUndefined();
      expect(await pixelsOf(made.path)).toEqual(await pixelsOf(input));
      const bytes = await readFile(made.path, "latin1");
      expect(bytes).not.toMatch(/Camera|Jane|xmpmeta/);
    },
  );

  it.each(["jpeg", "png", "webp", "gif"] as const)(
    "leaves a %s that holds nothing else as it is",
    async (format) => {
      const input = await store(`plain.${format}`, noisy().toFormat(format));
      const made = await stripPicture({ input, output: join(folder, `same-${format}`) });
      const [before, after] = [await readFile(input), await readFile(made.path)];
      expect(after.equals(before)).toBe(true);
    },
  );

  it("takes comments out of a GIF, and keeps its pictures and how often it runs", async () => {
    const frames = [noisy(), noisy().negate()].map((frame) => frame.png().toBuffer());
    const gif = await sharp(await Promise.all(frames), { join: { animated: true } })
      .gif({ loop: 3 })
      .toBuffer();
    const comment = Buffer.from("!\xFE\x08Jane Doe\0", "latin1");
    const at = gif.indexOf(Buffer.from("!\xFF\x0BNETSCAPE", "latin1"));
    const written2 = Buffer.concat([gif.subarray(0, at), comment, gif.subarray(at)]);
    const input = await store("comment.gif", written2);
    expect((await inspectPicture({ input })).metadata).toEqual(["text"]);
    const { path } = await stripPicture({ input, output: join(folder, "bare-gif") });
    expect((await readFile(path)).equals(gif)).toBe(true);
    expect(await sharp(path).metadata()).toMatchObject({ pages: 2, loop: 3 });
  });

  it("packs an AVIF anew, upright", async () => {
    const input = await store("full.avif", written().avif());
    const { path } = await stripPicture({ input, output: join(folder, "bare-avif") });
    expect(await inspectPicture({ input: path })).toMatchObject({
      mime: "image/avif",
      width: 60,
      height: 90,
      metadata: [],
    });
  });

  it("drops what follows the end, such as the video of a live photo", async () => {
    const jpeg = await noisy().jpeg().toBuffer();
    const input = await store("live.jpg", Buffer.concat([jpeg, Buffer.from("ftypmp42 location")]));
    const { path } = await stripPicture({ input, output: join(folder, "still") });
    expect((await readFile(path)).equals(jpeg)).toBe(true);
  });
});
