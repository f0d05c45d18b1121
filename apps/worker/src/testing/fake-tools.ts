import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MadeFile, MediaTools } from "@genie/media";

/** Tools that say what they were asked for, in the files that they make. */
export function fakeTools(): { tools: MediaTools; asked: unknown[] } {
  const asked: unknown[] = [];
  const make = async (output: string, request: unknown): Promise<MadeFile> => {
    asked.push(request);
    const path = `${output}.webp`;
    await writeFile(path, "made");
    const mime = "image/webp";
    const extension = "webp";
    return { path, mime, extension, width: 40, height: 30, durationS: null, sizeBytes: 4 };
  };
  const tools: MediaTools = {
    inspect: async () => ({
      kind: "image",
      mime: "image/png",
      extension: "png",
      width: 40,
      height: 30,
      durationS: null,
      sizeBytes: 4,
      hasAlpha: false,
      metadata: [],
    }),
    strip: (_input, output) => make(output, "strip"),
    watermark: (_input, output, mark) => make(output, mark),
    teaser: (_input, output, options) => make(output, options),
    fit: (_input, output, limit) => make(output, limit),
    renditions: async (_input, folder) => {
      const [small, medium, large] = await Promise.all(
        ["small", "medium", "large"].map(async (size) => {
          await writeFile(join(folder, size), size);
          return join(folder, size);
        }),
      );
      return {
        files: { small: small ?? "", medium: medium ?? "", large: large ?? "" },
        placeholder: "hash",
        perceptualHash: "00ff00ff00ff00ff",
      };
    },
    close: () => undefined,
  };
  return { tools, asked };
}
