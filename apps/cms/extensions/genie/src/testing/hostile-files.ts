import { gif, jpegHead, png } from "./pictures.ts";

type Hostile = [what: string, content: Buffer, sentence: (filename: string) => string];

const notMedia = (filename: string) =>
  `${filename} is not a picture or video that can be stored here. Use JPEG, PNG, WebP, GIF, AVIF, MP4, MOV or WebM. Nothing was saved.`;
const besides = (filename: string) =>
  `${filename} holds a page or a program besides its picture, so it was refused. Export it again from where it was made. Nothing was saved.`;
const unreadable = (filename: string) =>
  `${filename} can't be read as a picture: it is damaged or incomplete. Nothing was saved.`;
const tooLarge = (pixels: string) => (filename: string) =>
  `${filename} has ${pixels} pixels. A picture may have 16,384 on each side and 50 million in all. Make it smaller and upload it again. Nothing was saved.`;

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

/** Files that no way in may store, each with the sentence that says why. */
export const hostileFiles: Hostile[] = [
  ...(
    [
      ["SVG", svg],
      ["SVG with an XML head", `<?xml version="1.0"?>${svg}`],
      ["HTML", "<!doctype html><script>alert(1)</script>"],
      ["a PDF", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"],
      ["a script", "#!/bin/sh\nrm -rf /\n"],
      ["a program", "\u007fELF\u0002\u0001\u0001\0"],
      ["a ZIP archive", "PK\u0003\u0004\u0014\0\0\0\0\0"],
      ["a playlist", "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1/secret\n"],
      ["a list for ffmpeg", "ffconcat version 1.0\nfile http://127.0.0.1/secret\n"],
    ] as const
  ).map<Hostile>(([what, text]) => [what, Buffer.from(text, "latin1"), notMedia]),
  ["a GIF that is a page, too", Buffer.concat([gif(), Buffer.from(svg)]), besides],
  ["a JPEG with a page in it", jpegHead({}, 0, "<script>alert(1)</script>"), besides],
  ["a PNG with a PDF in it", Buffer.concat([png(), Buffer.from("%PDF-1.4")]), besides],
  ["a PNG of 16,000 × 16,000", png({ width: 16_000, height: 16_000 }), tooLarge("16,000 × 16,000")],
  ["a PNG that is a line", png({ width: 1, height: 16_385 }), tooLarge("1 × 16,385")],
  ["a PNG without end", png({ width: 2 ** 31, height: 1 }), tooLarge("2,147,483,648 × 1")],
  ["a GIF of 65,535 × 65,535", gif(65_535), tooLarge("65,535 × 65,535")],
  [
    "a large JPEG whose size comes late",
    jpegHead({ width: 10_000, height: 5_001 }, 200_000),
    tooLarge("10,000 × 5,001"),
  ],
  ["a JPEG that has no size", jpegHead({}, 200_000).subarray(0, 150_000), unreadable],
  ["a PNG of no width", png({ width: 0 }), unreadable],
];
