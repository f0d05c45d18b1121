import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import type { Usage } from "../media-run.ts";
import { openMemoryBudget } from "../memory-budget.ts";
import { useFolder } from "../testing/use-folder.ts";
import { openPicturePool } from "./picture-pool.ts";

const folder = useFolder();
const pool = openPicturePool(folder, openMemoryBudget(1_024));
afterAll(pool.close);

const input = join(folder, "large.png");
const make = () =>
  sharp({ create: { width: 3_000, height: 3_000, channels: 3, background: "#468" } })
    .png()
    .toFile(input);

describe("openPicturePool", () => {
  it("works in another process, and tells how much memory that took", async () => {
    await make();
    const used: Usage[] = [];
    const run = { signal: AbortSignal.timeout(60_000), used: (usage: Usage) => used.push(usage) };
    expect(await pool.run("inspect", { input }, run)).toMatchObject({ width: 3_000 });
    expect(used).toMatchObject([{ program: "sharp", ended: "done" }]);
    expect(used[0]?.peakMb).toBeGreaterThan(20);
  });

  it("kills its process when the work is called off, and goes on with another", async () => {
    const callOff = new AbortController();
    const used: Usage[] = [];
    const run = { signal: callOff.signal, used: (usage: Usage) => used.push(usage) };
    const made = pool.run("render", { input, folder }, run);
    setImmediate(() => callOff.abort(new Error("called off")));
    await expect(made).rejects.toThrow("called off");
    expect(used.map(({ ended }) => ended)).toEqual(["cancelled"]);
    const again = { signal: AbortSignal.timeout(60_000) };
    expect(await pool.run("inspect", { input }, again)).toMatchObject({ width: 3_000 });
  });

  it("hands errors over as what they are", async () => {
    const run = { signal: AbortSignal.timeout(60_000) };
    const nothing = pool.run("inspect", { input: join(folder, "nothing") }, run);
    await expect(nothing).rejects.toMatchObject({ name: "AppError", code: "invalid_input" });
  });
});
