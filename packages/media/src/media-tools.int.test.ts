import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Mark, TeaserRequest } from "./mark.ts";
import type { Usage } from "./media-run.ts";
import { openMediaTools } from "./media-tools.ts";
import { contrastOf } from "./testing/contrast-of.ts";
import { useFolder } from "./testing/use-folder.ts";

const folder = useFolder();
const work = join(folder, "work");
const tools = openMediaTools({
  folder: work,
  memoryMb: 1_024,
  ffmpegPath: "ffmpeg",
  ffprobePath: "ffprobe",
});
afterAll(tools.close);

const run = () => ({ signal: AbortSignal.timeout(120_000) });
const at = (name: string) => join(folder, name);
const ffmpeg = (...args: string[]) =>
  promisify(execFile)("ffmpeg", ["-v", "error", "-nostdin", "-y", ...args]);

const mark: Mark = {
  text: "@demo",
  position: "top-left",
  opacity: 1,
  scale: 0.4,
  margin: 0.03,
  tile: false,
};
const teaser: TeaserRequest = {
  length_s: 3,
  from: "start",
  start_s: 0,
  aspect: "original",
  blur: 0,
  sound: true,
};
const clip = at("clip.mp4");
const lying = at("lying.mov");
const recorded = at("recorded.webm");
/** Four seconds of black, then of grey, then of colours. */
const scenes = at("scenes.mp4");

beforeAll(async () => {
  const sound = ["-f", "lavfi", "-i", "sine=d=4"];
  const coding = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac"];
  const written = ["-metadata", "location=+52.5+13.4/", "-metadata", "title=Jane"];
  const grey = ["-f", "lavfi", "-i", "color=gray:s=320x180:r=20:d=4"];
  await ffmpeg(...grey, ...sound, ...coding, ...written, clip);
  await ffmpeg("-i", clip, "-c", "copy", "-metadata:s:v", "rotate=90", lying);
  // As browsers record: without a length in its head.
  await ffmpeg(
    "-i",
    clip,
    "-c:v",
    "libvpx",
    "-deadline",
    "realtime",
    "-an",
    "-live",
    "1",
    recorded,
  );
  const parts = ["color=black:s=320x180", "color=gray:s=320x180", "testsrc2=s=320x180"];
  const inputs = parts.flatMap((part) => ["-f", "lavfi", "-t", "4", "-i", `${part}:r=20`]);
  const joined = "[0:v][1:v][2:v]concat=n=3,format=yuv420p";
  await ffmpeg(...inputs, "-filter_complex", joined, ...coding, scenes);
});

/** A picture of a video, as a PNG. */
async function frameOf(path: string, second: number): Promise<string> {
  const frame = `${path}-${second}.png`;
  await ffmpeg("-ss", String(second), "-i", path, "-frames:v", "1", frame);
  return frame;
}

describe("the media tools, with videos", () => {
  it("say what a video is, as it is seen, and what was written beside it", async () => {
    const facts = await tools.inspect(lying, run());
    expect(facts).toMatchObject({
      kind: "video",
      mime: "video/quicktime",
      width: 180,
      height: 320,
      durationS: 4,
    });
    expect(facts.metadata.toSorted()).toEqual(["location", "text"]);
    const { durationS } = await tools.inspect(recorded, run());
    expect(durationS).toBeCloseTo(4, 0);
  });

  it.each([
    ["clip", clip],
    ["lying", lying],
    ["recorded", recorded],
  ])("take out what was written beside the %s one, and nothing else", async (name, input) => {
    const before = await tools.inspect(input, run());
    const made = await tools.strip(input, at(`bare-${name}`), run());
    const after = await tools.inspect(made.path, run());
    const { mime, width, height } = before;
    expect(after).toMatchObject({ mime, width, height, metadata: [] });
    expect(await hashOf(made.path)).toBe(await hashOf(input));
  });

  it.each([
    ["clip", clip, 320, 180],
    ["lying", lying, 180, 320],
  ])("lay the mark over all pictures of the %s one", async (name, input, width, height) => {
    const made = await tools.watermark(input, at(`marked-${name}`), mark, run());
    expect(made).toMatchObject({ mime: "video/mp4", width, height });
    expect(made.durationS).toBeCloseTo(4, 0);
    for (const second of [0, 3.5]) {
      const frame = await frameOf(made.path, second);
      const corner = { left: 0, top: 0, width: width / 2, height: height / 2 };
      const opposite = { left: width / 2, top: height / 2, width: width / 2, height: height / 2 };
      expect(await contrastOf(frame, corner)).toBeGreaterThan(60);
      expect(await contrastOf(frame, opposite)).toBeLessThan(10);
    }
  });

  it("cut a teaser from its start, to a shape, without sound, and tell how far it is", async () => {
    const parts: number[] = [];
    const options: TeaserRequest = { ...teaser, start_s: 4, aspect: "square", sound: false };
    const made = await tools.teaser(scenes, at("square"), options, {
      ...run(),
      progress: (part) => parts.push(part),
    });
    expect(made).toMatchObject({ mime: "video/mp4", width: 180, height: 180 });
    expect(made.durationS).toBeCloseTo(3, 1);
    expect(parts.at(-1)).toBe(1);
    expect(parts.toSorted((a, b) => a - b)).toEqual(parts);
    const whole = { left: 0, top: 0, width: 180, height: 180 };
    expect(await contrastOf(await frameOf(made.path, 1), whole)).toBeLessThan(10);
  });

  it("cut a teaser of the best moments: where the scene changes", async () => {
    const options: TeaserRequest = { ...teaser, length_s: 5, from: "best", watermark: mark };
    const made = await tools.teaser(scenes, at("best"), options, run());
    expect(made.durationS).toBeCloseTo(5, 1);
    const middle = { left: 20, top: 100, width: 280, height: 70 };
    const [grey, colours] = [await frameOf(made.path, 1), await frameOf(made.path, 4)];
    expect(await contrastOf(grey, middle)).toBeLessThan(10);
    expect(await contrastOf(colours, middle)).toBeGreaterThan(100);
    expect((await sharp(grey).stats()).channels[0]?.mean).toBeGreaterThan(90);
  });

  it("keep the sound of a teaser where it is asked for", async () => {
    const made = await tools.teaser(clip, at("loud"), { ...teaser, blur: 0.5 }, run());
    expect(await streamsOf(made.path)).toEqual(["video", "audio"]);
    const quiet = await tools.teaser(clip, at("quiet"), { ...teaser, sound: false }, run());
    expect(await streamsOf(quiet.path)).toEqual(["video"]);
  });

  it.each([400_000, 60_000])("make a video fit into %i bytes", async (maxBytes) => {
    const noisy = at("noisy.mp4");
    const source = "nullsrc=s=640x360:r=20:d=4,geq=random(1)*255:128:128";
    await ffmpeg("-f", "lavfi", "-i", source, "-c:v", "libx264", "-preset", "ultrafast", noisy);
    const limit = { maxBytes, mimeTypes: ["video/mp4"], maxSide: 480, maxDurationS: 3 };
    const made = await tools.fit(noisy, at(`fitted-${maxBytes}`), limit, run());
    expect(made.sizeBytes).toBeLessThanOrEqual(maxBytes);
    expect(Math.max(made.width, made.height)).toBeLessThanOrEqual(480);
    expect(made.durationS).toBeLessThanOrEqual(3);
  });

  it("say so when a video can't be made to fit, and leave nothing", async () => {
    const limit = { maxBytes: 2_000, mimeTypes: ["video/mp4"] };
    await expect(tools.fit(clip, at("tiny"), limit, run())).rejects.toThrow(/small enough/);
    const types = { maxBytes: 9_000_000, mimeTypes: ["video/webm"] };
    await expect(tools.fit(clip, at("tiny"), types, run())).rejects.toThrow(/None of the types/);
    expect(await readdir(folder)).not.toContainEqual(expect.stringMatching(/^tiny/));
    expect(await readdir(work)).not.toContainEqual(expect.stringMatching(/^work-/));
  });

  it("take small pictures of a video where it is not dark", async () => {
    const made = await tools.renditions(scenes, at("small"), run());
    expect(await sharp(made.files.small).metadata()).toMatchObject({ format: "webp", width: 320 });
    expect((await sharp(made.files.large).stats()).channels[0]?.mean).toBeGreaterThan(60);
    expect(made.perceptualHash).toMatch(/^[0-9a-f]{16}$/);
    expect(Buffer.from(made.placeholder, "base64").length).toBeGreaterThan(10);
  });

  it("stop when they are called off: no process goes on and nothing is left", async () => {
    const callOff = new AbortController();
    const used: Usage[] = [];
    const long = at("long.mp4");
    const source = "testsrc2=s=1280x720:r=30:d=12";
    await ffmpeg("-f", "lavfi", "-i", source, "-c:v", "libx264", "-preset", "ultrafast", long);
    const made = tools.watermark(long, at("stopped"), mark, {
      signal: callOff.signal,
      progress: () => callOff.abort(new Error("called off")),
      used: (usage) => used.push(usage),
    });
    await expect(made).rejects.toThrow("called off");
    expect(used.at(-1)).toMatchObject({ program: "ffmpeg", ended: "cancelled" });
    expect(await readdir(folder)).not.toContainEqual(expect.stringMatching(/^stopped/));
    expect(await readdir(work)).not.toContainEqual(expect.stringMatching(/^work-/));
  });

  it("are tried again when their program is not there", async () => {
    const none = openMediaTools({
      folder: work,
      memoryMb: 1_024,
      ffmpegPath: "/nowhere/ffmpeg",
      ffprobePath: "/nowhere/ffprobe",
    });
    const facts = none.inspect(clip, run());
    await expect(facts).rejects.toMatchObject({ code: "internal", retry: "backoff" });
    none.close();
  });
});

/** Of the pictures and sounds as they are packed. */
async function hashOf(path: string): Promise<string> {
  const { stdout } = await ffmpeg("-i", path, "-map", "0:v", "-c", "copy", "-f", "md5", "-");
  return stdout;
}

async function streamsOf(path: string): Promise<string[]> {
  const asked = ["-v", "error", "-show_entries", "stream=codec_type", "-of", "csv=p=0", path];
  const { stdout } = await promisify(execFile)("ffprobe", asked);
  return stdout.trim().split("\n");
}
