import { runFfmpeg } from "./media-sources.ts";
import { drawMark, inTurns, mark, type MediaBench, timeOf } from "./media-work.ts";

const lengthS = 10;
/** Where the scenes of the clips change. */
const momentsS = [6, 12, 18, 24];
const partS = lengthS / momentsS.length;

/** Cuts clips to teasers of their best moments with a mark on them, beside ffmpeg's command lines alone. */
export async function measureClips(
  { folder, tools, run }: MediaBench,
  clips: readonly string[],
  count: number,
): Promise<Record<string, number[]>> {
  const markPath = await drawMark(folder);
  const options = {
    length_s: lengthS,
    from: "best",
    start_s: 0,
    aspect: "original",
    blur: 0,
    sound: true,
    watermark: mark,
  } as const;
  const samples = {
    ratio: [] as number[],
    perMinute: [] as number[],
    barePerMinute: [] as number[],
  };
  for (let index = 0; index < count; index += 1) {
    run.signal.throwIfAborted();
    const clip = clips[index % clips.length] ?? "";
    const { oursMs, bareMs } = await inTurns(
      index,
      () => timeOf(() => tools.teaser(clip, `${clip}-ours`, options, run)),
      () => timeOf(() => cutBare(clip, markPath)),
    );
    samples.ratio.push(oursMs / bareMs);
    samples.perMinute.push(60_000 / oursMs);
    samples.barePerMinute.push(60_000 / bareMs);
  }
  return {
    clips_count: [count],
    clips_to_bare_ratio: samples.ratio,
    clips_per_minute: samples.perMinute,
    bare_clips_per_minute: samples.barePerMinute,
  };
}

/** Looks for the scenes and cuts, with the same filters and coding, and nothing that guards it. */
async function cutBare(clip: string, markPath: string): Promise<void> {
  const looking = "scale=160:-2,select='gte(scene,0)',metadata=mode=print:file=-";
  await runFfmpeg([["-skip_frame", "nokey", "-i", clip, "-vf", looking, "-f", "null", "-"]]);
  const inputs = momentsS.flatMap((atS) => ["-ss", `${atS}`, "-t", `${partS}`, "-i", clip]);
  const shape =
    "scale=trunc(iw*sar/2)*2:trunc(ih/2)*2,setsar=1,crop=1920:1080,scale=1920:1080,setsar=1";
  const parts = momentsS.map((_atS, part) => `[${part}:v:0]${shape}[v${part}]`);
  const pairs = momentsS.map((_atS, part) => `[v${part}][${part}:a:0]`).join("");
  const filters = [
    ...parts,
    `${pairs}concat=n=${momentsS.length}:v=1:a=1[joined][sound]`,
    `[${momentsS.length}:v]format=yuva420p[mark]`,
    "[joined][mark]overlay=x=main_w-overlay_w-32:y=main_h-overlay_h-32[out]",
  ].join(";");
  await runFfmpeg([
    [...inputs, "-i", markPath, "-filter_complex", filters, "-map", "[out]", "-map", "[sound]"],
    ["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p"],
    ["-c:a", "aac", "-b:a", "128k", "-ac", "2", "-map_metadata", "-1"],
    ["-movflags", "+faststart", `${clip}-bare.mp4`],
  ]);
}
