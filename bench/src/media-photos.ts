import { execFile, spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { z } from "zod";
import { inParallel } from "./in-parallel.ts";
import { drawMark, inTurns, mark, type MediaBench, timeOf } from "./media-work.ts";

const ofOneRound = 10;
const parallel = availableParallelism();
/** It is slow, and its ratio is steady. */
const roundsOfImageMagick = 2;

/** Marks photos by rounds: ours, bare sharp in one process, and ImageMagick, with as many at a time each. */
export async function measurePhotos(
  { folder, tools, run }: MediaBench,
  photos: readonly string[],
  count: number,
): Promise<Record<string, number[]>> {
  const rounds = Math.ceil(count / ofOneRound);
  const bare = startBare();
  const magick = await findImageMagick();
  const markPath = await drawMark(folder);
  const samples = { ratio: [] as number[], perS: [] as number[], barePerS: [] as number[] };
  const toMagick: number[] = [];
  let peakMb = 0;
  const markOurs = (paths: readonly string[]) =>
    inParallel(paths, parallel, (path) => tools.watermark(path, `${path}-ours`, mark, run));
  // The first start of each process is not what is measured.
  await markOurs(photos.slice(0, parallel));
  await bare.mark(photos.slice(0, parallel));
  for (let round = 0; round < rounds; round += 1) {
    run.signal.throwIfAborted();
    const many = Math.min(ofOneRound, count - round * ofOneRound);
    const paths = Array.from(
      { length: many },
      (_path, index) => photos[index % photos.length] ?? "",
    );
    const { oursMs, bareMs } = await inTurns(
      round,
      () => timeOf(() => markOurs(paths)),
      async () => {
        const answer = await bare.mark(paths);
        peakMb = Math.max(peakMb, answer.peakMb);
        return answer.ms;
      },
    );
    samples.ratio.push(oursMs / bareMs);
    samples.perS.push((many * 1_000) / oursMs);
    samples.barePerS.push((many * 1_000) / bareMs);
    if (magick === undefined || round >= roundsOfImageMagick) continue;
    const magickMs = await timeOf(() =>
      inParallel(paths, parallel, (path) => markByMagick(magick, path, markPath)),
    );
    toMagick.push(oursMs / magickMs);
  }
  bare.end();
  return {
    photos_count: [count],
    photos_to_bare_ratio: samples.ratio,
    photos_per_s: samples.perS,
    bare_photos_per_s: samples.barePerS,
    bare_photos_peak_mb: [peakMb],
    ...(toMagick.length > 0 && { photos_to_imagemagick_ratio: toMagick }),
  };
}

const Answer = z.object({ ms: z.number(), peakMb: z.number() });

function startBare() {
  const program = join(import.meta.dirname, "bare-photos.ts");
  const child = spawn(process.execPath, [program], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    mark: async (paths: readonly string[]) => {
      const pairs = paths.map((path) => ({ input: path, output: `${path}-bare.jpg` }));
      child.stdin.write(`${JSON.stringify({ ...mark, parallel, pairs })}\n`);
      const { value } = await lines.next();
      return Answer.parse(JSON.parse(value ?? ""));
    },
    end: () => child.stdin.end(),
  };
}

const runProgram = promisify(execFile);

/** The name of its program on this machine, if there is one. */
async function findImageMagick(): Promise<string | undefined> {
  for (const program of ["magick", "convert", "/usr/bin/convert"]) {
    const { stdout } = await runProgram(program, ["-version"]).catch(() => ({ stdout: "" }));
    if (stdout.startsWith("Version: ImageMagick")) return program;
  }
  return undefined;
}

async function markByMagick(magick: string, path: string, markPath: string): Promise<void> {
  const place = ["-gravity", "southeast", "-geometry", "+90+90", "-composite"];
  const packing = ["-strip", "-quality", "90", `${path}-magick.jpg`];
  await runProgram(magick, [path, "-auto-orient", markPath, ...place, ...packing]);
}
