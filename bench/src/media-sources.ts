import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";

const photo = { width: 4_000, height: 3_000 };
/** As many differ; they come again, under other names for what is made of them. */
const mostPhotos = 10;
const mostClips = 2;

/** Runs ffmpeg with nothing of ours but its arguments. */
export const runFfmpeg = (args: readonly string[][]) =>
  promisify(execFile)("ffmpeg", ["-v", "error", "-nostdin", "-y", ...args.flat()]);

/** Photos of 12 megapixels: colours that run into each other, with the grain of a camera. */
export async function makePhotos(folder: string, count: number): Promise<string[]> {
  const paths: string[] = [];
  for (let index = 0; index < Math.min(count, mostPhotos); index += 1) {
    const path = join(folder, `photo-${index}.jpg`);
    const grain = sharp({
      create: {
        ...photo,
        channels: 3,
        background: "#808080",
        noise: { type: "gaussian", mean: 128, sigma: 9 },
      },
    });
    await sharp(Buffer.from(gradients(index)))
      .composite([
        { input: await grain.png({ compressionLevel: 0 }).toBuffer(), blend: "soft-light" },
      ])
      .removeAlpha()
      .jpeg({ quality: 92 })
      .toFile(path);
    paths.push(path);
  }
  return paths;
}

function gradients(seed: number): string {
  const hue = (step: number) => `hsl(${(seed * 36 + step * 70) % 360} 60% 55%)`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${photo.width}" height="${photo.height}"><defs><linearGradient id="a" x2="1" y2="1"><stop stop-color="${hue(0)}"/><stop offset="1" stop-color="${hue(1)}"/></linearGradient><radialGradient id="b"><stop stop-color="${hue(2)}"/><stop offset="1" stop-color="${hue(3)}" stop-opacity="0"/></radialGradient></defs><rect width="100%" height="100%" fill="url(#a)"/><circle cx="${900 + seed * 200}" cy="1400" r="1200" fill="url(#b)"/></svg>`;
}

/** Clips of 30 s in 1080p with sound: five scenes of 6 s, with a picture that stands for itself each 2 s, as of phones. */
export async function makeClips(folder: string, count: number): Promise<string[]> {
  const paths: string[] = [];
  for (let index = 0; index < Math.min(count, mostClips); index += 1) {
    const path = join(folder, `clip-${index}.mp4`);
    const names = ["testsrc2", "smptehdbars", "testsrc", "pal75bars", "rgbtestsrc"];
    const sources = names.map((name) => `${name}=s=1920x1080:r=30`);
    const inputs = sources.flatMap((source) => ["-f", "lavfi", "-t", "6", "-i", source]);
    const parts = sources.map((_source, part) => `[${part}:v]setsar=1,format=yuv420p[p${part}]`);
    const joined = sources.map((_source, part) => `[p${part}]`).join("");
    const grained = `${joined}concat=n=${sources.length},noise=alls=${3 + index}:allf=t[v]`;
    const filters = [...parts, grained].join(";");
    const sound = ["-f", "lavfi", "-t", "30", "-i", "sine"];
    const coding = ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "26", "-g", "60"];
    await runFfmpeg([
      [...inputs, ...sound, "-filter_complex", filters, "-map", "[v]"],
      ["-map", `${sources.length}:a`, ...coding, "-c:a", "aac", path],
    ]);
    paths.push(path);
  }
  return paths;
}
