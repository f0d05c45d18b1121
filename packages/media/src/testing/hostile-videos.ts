import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cutOff, flipBits, type HostileCase } from "./hostile-case.ts";

const run = promisify(execFile);
const seeds = [1, 2, 3];
const payload = "<script>alert('media')</script>";

/** Damaged and hostile videos. `listener` is an address that nothing may ask; the folder is for making them. */
export async function hostileVideos(folder: string, listener: string): Promise<HostileCase[]> {
  const { mp4, webm } = await wholeVideos(folder);
  const damaged = Object.entries({ mp4, webm }).flatMap(([type, bytes]): HostileCase[] => [
    { name: `half.${type}`, bytes: cutOff(bytes, 0.5), expected: "refused" },
    { name: `nearly.${type}`, bytes: cutOff(bytes, 0.97), expected: "refused" },
    { name: `head.${type}`, bytes: bytes.subarray(0, 40), expected: "refused" },
    ...seeds.map((seed): HostileCase => {
      const flipped = flipBits(bytes, seed);
      return { name: `flipped-${seed}.${type}`, bytes: flipped, expected: "harmless" };
    }),
  ]);
  return [
    ...damaged,
    ...playlists(listener),
    { name: "elsewhere.mov", bytes: pointElsewhere(mp4, `${listener}/ref`), expected: "harmless" },
    { name: "large-head.mp4", bytes: largeMp4(mp4), expected: "refused" },
    { name: "large-head.webm", bytes: largeWebm(webm), expected: "refused" },
    { name: "named-video.png", bytes: mp4, expected: "harmless" },
    {
      name: "polyglot-zip.mp4",
      bytes: Buffer.concat([mp4, freeBox(`PK\x03\x04${payload}`)]),
      expected: "harmless",
      payload,
    },
  ];
}

async function wholeVideos(folder: string): Promise<{ mp4: Buffer; webm: Buffer }> {
  const source = ["-f", "lavfi", "-i", "testsrc2=s=320x272:r=12:d=2"];
  const sound = ["-f", "lavfi", "-i", "sine=d=2"];
  const make = async (name: string, coding: string[]) => {
    const path = join(folder, name);
    await run("ffmpeg", ["-v", "error", "-nostdin", "-y", ...source, ...sound, ...coding, path]);
    return readFile(path);
  };
  return {
    mp4: await make("whole.mp4", ["-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac"]),
    webm: await make("whole.webm", ["-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libopus"]),
  };
}

/** Texts that name what a player is to fetch. */
export const hlsPlaylist = (listener: string) =>
  `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n${listener}/hls.ts\n#EXT-X-ENDLIST\n`;

function playlists(listener: string): HostileCase[] {
  const dash = `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT9S" profiles="urn:mpeg:dash:profile:isoff-on-demand:2011"><Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="9"><BaseURL>${listener}/dash.mp4</BaseURL></Representation></AdaptationSet></Period></MPD>`;
  const sdp = `v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 9 RTP/AVP 96\n`;
  const head = Buffer.from("\0\0\0\x10ftypisom\0\0\0\0", "latin1");
  const texts: [string, string][] = [
    ["hls.mp4", hlsPlaylist(listener)],
    ["dash.mp4", dash],
    ["concat.mp4", `ffconcat version 1.0\nfile '${listener}/concat.mp4'\n`],
    ["file.mp4", "ffconcat version 1.0\nfile 'file:/etc/hostname'\n"],
    ["sdp.mp4", sdp],
    ["nothing.mp4", ""],
    ["html.webm", `<!doctype html><video src="${listener}/v.mp4">`],
  ];
  return [
    ...texts.map(([name, text]): HostileCase => ({
      name,
      bytes: Buffer.from(text),
      expected: "refused",
    })),
    {
      name: "hls-behind-head.mp4",
      bytes: Buffer.concat([head, Buffer.from(hlsPlaylist(listener))]),
      expected: "refused",
    },
    {
      name: "hls-behind-head.webm",
      bytes: Buffer.concat([
        Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80]),
        Buffer.from(hlsPlaylist(listener)),
      ]),
      expected: "refused",
    },
  ];
}

function freeBox(text: string): Buffer {
  const box = Buffer.from(`\0\0\0\0free${text}`, "latin1");
  box.writeUInt32BE(box.length, 0);
  return box;
}

/** The table that says where the pictures lie names an address instead of the file itself. */
function pointElsewhere(mp4: Buffer, address: string): Buffer {
  const url = Buffer.from(`${address}\0`);
  const at = mp4.indexOf("url ", 0, "latin1");
  const grown = Buffer.concat([mp4.subarray(0, at + 8), url, mp4.subarray(at + 8)]);
  // Not in this file any more.
  grown.writeUInt32BE(0, at + 4);
  grown.writeUInt32BE(grown.readUInt32BE(at - 4) + url.length, at - 4);
  for (const name of ["dref", "dinf", "minf", "mdia", "trak", "moov"]) {
    const box = grown.lastIndexOf(name, at, "latin1") - 4;
    grown.writeUInt32BE(grown.readUInt32BE(box) + url.length, box);
  }
  return grown;
}

function largeMp4(mp4: Buffer): Buffer {
  const large = Buffer.from(mp4);
  const entry = large.indexOf("avc1", large.indexOf("stsd", 0, "latin1"), "latin1");
  large.fill(0xff, entry + 28, entry + 32);
  // Without what else says how large it is.
  large.write("free", large.indexOf("avcC", entry, "latin1"), "latin1");
  return large;
}

function largeWebm(webm: Buffer): Buffer {
  const large = Buffer.from(webm);
  const width = large.indexOf(Buffer.from([0xb0, 0x82, 0x01, 0x40]));
  const height = large.indexOf(Buffer.from([0xba, 0x82, 0x01, 0x10]));
  if (width === -1 || height === -1) throw new Error("The sizes are written in another way.");
  large.fill(0xff, width + 2, width + 4);
  large.fill(0xff, height + 2, height + 4);
  // The frames' own heads, of a VP8 key picture: 14 bits each.
  for (let at = large.indexOf(Buffer.from([0x9d, 0x01, 0x2a])); at !== -1;) {
    large.writeUInt16LE(0x3f_ff, at + 3);
    large.writeUInt16LE(0x3f_ff, at + 5);
    at = large.indexOf(Buffer.from([0x9d, 0x01, 0x2a]), at + 7);
  }
  return large;
}
