import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The programs that the stack under test works with. */
// oxlint-disable-next-line node/no-process-env
export const ffmpegPath = process.env["FFMPEG_PATH"] || "ffmpeg";
const ffprobePath = join(dirname(ffmpegPath), "ffprobe");

const generated = (source: string) => ["-f", "lavfi", "-i", source];
const fieldsOf = (size: string) => generated(`testsrc2=size=${size}:rate=25`);
const coding = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac"];
const says = ["-metadata", "location=+52.5200+013.4050/", "-metadata", "comment=at home"];

/** A small picture of coloured fields, as JPEG. */
export const samplePicture = (size = "640x480"): Promise<Buffer<ArrayBuffer>> =>
  make("picture.jpg", [
    ...fieldsOf(size),
    "-frames:v",
    "1",
    // Else it says by which program it was made.
    "-flags:v",
    "+bitexact",
  ]);

/** A video of moving fields with a tone. `seconds` long; it says where and with what it was made. */
export const sampleVideo = (seconds: number, size = "320x240"): Promise<Buffer<ArrayBuffer>> =>
  make("video.mp4", [
    ...fieldsOf(size),
    ...generated("sine=frequency=440"),
    "-t",
    String(seconds),
    ...coding,
    ...says,
  ]);

/** A JPEG that says where it was taken: an Exif block with a position, before all else. */
export function withPosition(jpeg: Buffer): Buffer<ArrayBuffer> {
  const tiff = Buffer.from(
    [
      // Big endian; the first list is at 8.
      "4d4d002a00000008",
      // One entry, that the list of the position is at 26; no further list.
      "000188250004000000010000001a00000000",
      // One entry: the latitude is north; no further list.
      "000100010002000000024e00000000000000",
    ].join(""),
    "hex",
  );
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

export type Probed = {
  format: { duration?: string; tags?: Record<string, string> };
  streams: { codec_type: string; width?: number; height?: number }[];
};

/** What ffprobe says of bytes. */
export async function probe(bytes: Uint8Array): Promise<Probed> {
  return inFolder(async (folder) => {
    const path = join(folder, "probed");
    await writeFile(path, bytes);
    const asked = ["-v", "error", "-of", "json", "-show_format", "-show_streams", path];
    const { stdout } = await run(ffprobePath, asked);
    return JSON.parse(stdout);
  });
}

async function make(name: string, request: string[]): Promise<Buffer<ArrayBuffer>> {
  return inFolder(async (folder) => {
    const path = join(folder, name);
    await run(ffmpegPath, ["-v", "error", ...request, path]);
    return Buffer.from(new Uint8Array(await readFile(path)));
  });
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "genie-sample-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
