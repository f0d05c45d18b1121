import { createInterface } from "node:readline";
import sharp from "sharp";
import { z } from "zod";
import { inParallel } from "./in-parallel.ts";

const Order = z.object({
  text: z.string(),
  opacity: z.number(),
  scale: z.number(),
  margin: z.number(),
  parallel: z.int(),
  pairs: z.array(z.object({ input: z.string(), output: z.string() })),
});

/**
 * A program: sharp without anything of ours. Marks pictures, those of one line on its input together, and
 * says on its output how long that took.
 */
for await (const line of createInterface(process.stdin)) {
  const order = Order.parse(JSON.parse(line));
  const startedAt = performance.now();
  await inParallel(order.pairs, order.parallel, ({ input, output }) => mark(order, input, output));
  const peakMb = process.resourceUsage().maxRSS / 1_024;
  const answer = { ms: performance.now() - startedAt, peakMb };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

type Look = Pick<z.infer<typeof Order>, "margin" | "opacity" | "scale" | "text">;

async function mark(look: Look, input: string, output: string): Promise<void> {
  const { autoOrient } = await sharp(input).metadata();
  const margin = Math.round(Math.min(autoOrient.width, autoOrient.height) * look.margin);
  const width = Math.round(autoOrient.width * look.scale);
  const alpha = Math.round(look.opacity * 65_535);
  const letters = (colour: string) =>
    sharp({
      text: {
        text: `<span foreground="${colour}" alpha="${alpha}" weight="bold">${look.text}</span>`,
        font: "sans",
        width,
        height: Math.round(width / 2),
        rgba: true,
        wrap: "none",
      },
    });
  const front = await letters("white").png().toBuffer();
  const back = await letters("black").blur(2).png().toBuffer();
  const { data, info } = await sharp(back)
    .composite([{ input: front }])
    .png()
    .toBuffer({ resolveWithObject: true });
  const place = {
    left: autoOrient.width - info.width - margin,
    top: autoOrient.height - info.height - margin,
  };
  await sharp(input)
    .autoOrient()
    .composite([{ input: data, ...place }])
    .removeAlpha()
    .jpeg({ quality: 90 })
    .toFile(output);
}
