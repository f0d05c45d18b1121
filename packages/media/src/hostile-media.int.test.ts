import { execFile } from "node:child_process";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { AppError } from "@genie/errors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { processLimits } from "./limits.ts";
import type { Mark } from "./mark.ts";
import type { Usage } from "./media-run.ts";
import { type MediaTools, openMediaTools } from "./media-tools.ts";
import type { HostileCase } from "./testing/hostile-case.ts";
import { hostilePictures } from "./testing/hostile-pictures.ts";
import { hlsPlaylist, hostileVideos } from "./testing/hostile-videos.ts";
import { useFolder } from "./testing/use-folder.ts";

const folder = useFolder();
const work = join(folder, "work");
const mark: Mark = {
  text: "@demo",
  position: "center",
  opacity: 0.5,
  scale: 0.3,
  margin: 0.03,
  tile: false,
};
const mimeTypes = ["image/jpeg", "image/png", "image/webp", "video/mp4"];

let requests = 0;
const listener = createServer((_request, response) => {
  requests += 1;
  response.end();
});
let address = "";
let tools: MediaTools;
let cases: HostileCase[] = [];

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    listener.listen(0, "127.0.0.1", resolve);
  });
  // Listens on a port, so its address is no text.
  const { port } = listener.address() as AddressInfo;
  address = `http://127.0.0.1:${port}`;
  cases = [...(await hostilePictures(address)), ...(await hostileVideos(folder, address))];
  tools = openMediaTools({
    folder: work,
    memoryMb: 1_024,
    ffmpegPath: "ffmpeg",
    ffprobePath: "ffprobe",
  });
});
afterAll(() => {
  tools.close();
  listener.close();
});

describe("damaged and hostile media", { timeout: 600_000 }, () => {
  it("would be fetched from the listener by an ffmpeg without our settings", async () => {
    const path = join(folder, "control.mp4");
    await writeFile(path, hlsPlaylist(address));
    const open = ["-protocol_whitelist", "file,http,tcp", "-f", "hls", "-i", path];
    await promisify(execFile)("ffprobe", ["-v", "quiet", ...open]).catch(() => undefined);
    expect(requests).toBeGreaterThan(0);
    requests = 0;
  });

  it("are refused with a sentence or made harmless, within the limits, and ask nobody", async () => {
    const wrong: string[] = [];
    for (const one of cases) wrong.push(...(await problemsOf(one)));
    expect(requests).toBe(0);
    expect(wrong).toEqual([]);
    expect(await readdir(work)).not.toContainEqual(expect.stringMatching(/^work-/));
  });

  it("leave tools that work", async () => {
    const good = cases.find(({ name }) => name === "named-png.jpg");
    const path = join(folder, "good");
    await writeFile(path, good?.bytes ?? "");
    const signal = AbortSignal.timeout(60_000);
    expect(await tools.inspect(path, { signal })).toMatchObject({ mime: "image/png", width: 240 });
  });
});

/** Has everything done with one of them; says what went otherwise than it should. */
async function problemsOf({ name, bytes, expected, payload }: HostileCase): Promise<string[]> {
  const input = join(folder, name);
  await writeFile(input, bytes);
  const out = join(folder, "out", name);
  const problems: string[] = [];
  for (const [what, make] of Object.entries(worksOn(input, out))) {
    const used: Usage[] = [];
    const say = (text: string) => problems.push(`${name}, ${what}: ${text}`);
    try {
      const path = await make((usage) => used.push(usage));
      if (expected === "refused") say("it was not refused");
      if (path === undefined) continue;
      await tools.inspect(path, { signal: AbortSignal.timeout(60_000) }).catch((error: unknown) => {
        say(`what was made can't be read: ${String(error)}`);
      });
      if (payload !== undefined && (await readFile(path)).includes(payload))
        say("it kept the payload");
    } catch (error) {
      if (!isSentence(error)) say(`no sentence, but ${String(error)}`);
      if (used.some(({ limitMs }) => expected === "refused" && limitMs > 10_000)) {
        say("it may take longer than 10 s");
      }
    }
    for (const { program, peakMb, limitMb, ended } of used) {
      if (limitMb > processLimits.memoryMb || peakMb > limitMb) say(`${program}: ${peakMb} MB`);
      if (ended === "memory" || ended === "time") say(`${program} ran into its limit: ${ended}`);
    }
  }
  return problems;
}

type Watch = (usage: Usage) => void;

const run = (used: Watch) => ({ signal: AbortSignal.timeout(120_000), used });

/** All that can be done with a file; each answers with the path of what was made. */
function worksOn(input: string, out: string) {
  return {
    inspect: async (used: Watch) => {
      await tools.inspect(input, run(used));
      return undefined;
    },
    strip: async (used: Watch) => (await tools.strip(input, `${out}-strip`, run(used))).path,
    watermark: async (used: Watch) =>
      (await tools.watermark(input, `${out}-marked`, mark, run(used))).path,
    teaser: async (used: Watch) =>
      (
        await tools.teaser(
          input,
          `${out}-teaser`,
          { length_s: 2, from: "best", start_s: 0, aspect: "square", blur: 0.2, sound: true },
          run(used),
        )
      ).path,
    fit: async (used: Watch) =>
      (
        await tools.fit(
          input,
          `${out}-fit`,
          { maxBytes: 20_000, mimeTypes, maxSide: 120 },
          run(used),
        )
      ).path,
    renditions: async (used: Watch) =>
      (await tools.renditions(input, `${out}-small`, run(used))).files.small,
  };
}

const isSentence = (error: unknown) =>
  error instanceof AppError &&
  error.code === "invalid_input" &&
  /\. Nothing was made/.test(error.message);
