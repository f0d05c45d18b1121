import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { cutOff, flipBits, type HostileCase } from "./hostile-case.ts";
import { flatPng, pngChunk } from "./png-chunks.ts";

const types = ["jpeg", "png", "webp", "gif", "avif"] as const;
const seeds = [1, 2, 3];
const payload = "<script>alert('media')</script>";
const mebibyte = 2 ** 20;

/** Damaged and hostile pictures. `listener` is an address that nothing may ask. */
export async function hostilePictures(listener: string): Promise<HostileCase[]> {
  const whole = await wholePictures();
  const damaged = types.flatMap((type): HostileCase[] => [
    { name: `half.${type}`, bytes: cutOff(whole[type], 0.5), expected: "refused" },
    { name: `nearly.${type}`, bytes: cutOff(whole[type], 0.97), expected: "refused" },
    { name: `head.${type}`, bytes: whole[type].subarray(0, 24), expected: "refused" },
    ...seeds.map((seed): HostileCase => {
      const bytes = flipBits(whole[type], seed);
      return { name: `flipped-${seed}.${type}`, bytes, expected: "harmless" };
    }),
  ]);
  return [
    ...damaged,
    ...documents(listener),
    ...bombs(whole),
    ...polyglots(whole),
    { name: "named-jpeg.mp4", bytes: whole.jpeg, expected: "harmless" },
    { name: "named-png.jpg", bytes: whole.png, expected: "harmless" },
  ];
}

type Whole = Record<(typeof types)[number], Buffer>;

async function wholePictures(): Promise<Whole> {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  const create = { width: 240, height: 160, channels: 3, background: "#468", noise } as const;
  const make = (type: (typeof types)[number]) => sharp({ create }).toFormat(type).toBuffer();
  return {
    jpeg: await make("jpeg"),
    png: await make("png"),
    webp: await make("webp"),
    gif: await make("gif"),
    avif: await make("avif"),
  };
}

function documents(listener: string): HostileCase[] {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="99" height="99"><image xlink:href="${listener}/svg.png" width="9" height="9"/>${payload}</svg>`;
  const mvg = `push graphic-context\nviewbox 0 0 9 9\nimage over 0,0 0,0 'url(${listener}/mvg.png)'\npop graphic-context`;
  return [
    ["nothing.jpg", ""],
    ["one-byte.png", "\x89"],
    ["svg.png", `<?xml version="1.0"?>${svg}`],
    ["svg.jpg", svg],
    ["html.gif", `<!doctype html><html><body>${payload}</body></html>`],
    ["mvg.png", mvg],
    ["script.webp", `%!PS-Adobe-3.0\n(%pipe%id) (r) file\n`],
    ["riff.webp", "RIFF\x10\0\0\0WEBPVP8 \xFF\xFF\xFF\x7F"],
    ["heic.jpg", "\0\0\0\x18ftypheic\0\0\0\0heicmif1"],
  ].map(([name = "", content = ""]) => ({
    name,
    bytes: Buffer.from(content, "latin1"),
    expected: "refused",
  }));
}

const text = (name: string, content: Buffer) =>
  pngChunk(name, Buffer.concat([Buffer.from("Comment\0\0", "latin1"), content]));

function bombs(whole: Whole): HostileCase[] {
  const zeros = deflateSync(Buffer.alloc(192 * mebibyte));
  const manyChunks = Array.from({ length: 120_000 }, () => text("tEXt", Buffer.from("x")));
  return [
    { name: "16000-square.png", bytes: flatPng(16_000, 16_000), expected: "refused" },
    {
      name: "endless-size.png",
      bytes: flatPng(2_147_483_647, 2_147_483_647, { rows: 0 }),
      expected: "refused",
    },
    { name: "65535-square.jpg", bytes: largeJpeg(whole.jpeg), expected: "refused" },
    { name: "65535-square.gif", bytes: largeGif(whole.gif), expected: "refused" },
    { name: "16383-square.webp", bytes: largeWebp(), expected: "refused" },
    {
      name: "many-chunks.png",
      bytes: flatPng(64, 64, { chunks: manyChunks }),
      expected: "refused",
    },
    {
      name: "text-bomb.png",
      bytes: flatPng(64, 64, { chunks: [text("zTXt", zeros)] }),
      expected: "harmless",
    },
    {
      name: "profile-bomb.png",
      bytes: flatPng(64, 64, { chunks: [text("iCCP", zeros)] }),
      expected: "harmless",
    },
    { name: "endless.gif", bytes: endlessGif(), expected: "refused" },
    { name: "endless.webp", bytes: endlessWebp(), expected: "refused" },
  ];
}

function polyglots(whole: Whole): HostileCase[] {
  const tail = Buffer.from(`PK\x03\x04${payload}`, "latin1");
  const comment = Buffer.from(payload, "latin1");
  const segment = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
  const { jpeg, png, webp, gif } = whole;
  const jpegWithComment = [jpeg.subarray(0, 2), segment, comment, jpeg.subarray(2)];
  const pngWithText = flatPng(64, 64, { chunks: [pngChunk("tEXt", Buffer.from(`x\0${payload}`))] });
  return [
    ["zip.jpg", Buffer.concat([jpeg, tail])],
    ["zip.png", Buffer.concat([png, tail])],
    ["zip.webp", Buffer.concat([webp, tail])],
    ["zip.gif", Buffer.concat([gif, tail])],
    ["script.jpg", Buffer.concat(jpegWithComment)],
    ["script.png", pngWithText],
  ].map(([name, bytes]) => ({
    name: `polyglot-${String(name)}`,
    bytes: Buffer.from(bytes ?? ""),
    expected: "harmless",
    payload,
  }));
}

/** Its frame header says 65,535 by 65,535 pixels. */
function largeJpeg(jpeg: Buffer): Buffer {
  const large = Buffer.from(jpeg);
  const frame = large.indexOf(Buffer.from([0xff, 0xc0]));
  large.fill(0xff, frame + 5, frame + 9);
  return large;
}

function largeGif(gif: Buffer): Buffer {
  const large = Buffer.from(gif);
  large.fill(0xff, 6, 10);
  return large;
}

/** A lossy picture whose head says 16,383 by 16,383 pixels. */
function largeWebp(): Buffer {
  const head = "RIFF\x1E\0\0\0WEBPVP8 \x12\0\0\0\x10\x02\0\x9D\x01\x2A\xFF\x3F\xFF\x3F";
  return Buffer.from(`${head}\0\0\0\0\0\0\0\0`, "latin1");
}

const mostFrames = 5_000;

/** Thousands of pictures of one pixel, over and over. */
function endlessGif(): Buffer {
  const head = Buffer.from("GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF", "latin1");
  const loop = Buffer.from("!\xFF\x0BNETSCAPE2.0\x03\x01\0\0\0", "latin1");
  const frame = Buffer.from(
    "!\xF9\x04\0\x01\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0",
    "latin1",
  );
  const frames = Array.from({ length: mostFrames }, () => frame);
  return Buffer.concat([head, loop, ...frames, Buffer.from(";")]);
}

function chunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, "latin1");
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

function endlessWebp(): Buffer {
  // One pixel, without loss.
  const pixel = chunk(
    "VP8L",
    Buffer.from("\x2F\0\0\0\0\x07\x10\xFD\x8F\xFE\x07\x22\xA2\xFF\x01", "latin1"),
  );
  const frame = chunk("ANMF", Buffer.concat([Buffer.alloc(16), pixel]));
  const content = Buffer.concat([
    Buffer.from("WEBP", "latin1"),
    chunk("VP8X", Buffer.from("\x02\0\0\0\0\0\0\0\0\0", "latin1")),
    chunk("ANIM", Buffer.alloc(6)),
    ...Array.from({ length: mostFrames }, () => frame),
  ]);
  const head = Buffer.from("RIFF\0\0\0\0", "latin1");
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content]);
}
