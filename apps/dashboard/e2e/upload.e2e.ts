import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { rowsOf } from "./admin-api.ts";
import { startCuttingProxy } from "./cutting-proxy.ts";
import { makeNoisyVideo } from "./noisy-video.ts";
import { expect, test } from "./test.ts";

const megabyte = 1024 * 1024;

test(
  "a large file arrives whole over a connection that is cut twice",
  { tag: "@once" },
  async ({ page, account, browser, baseURL }, info) => {
    test.slow();
    const folder = info.outputPath();
    const video = await makeNoisyVideo(folder);
    const { size } = await stat(video);
    expect(size).toBeGreaterThan(25 * megabyte);

    const cuts = [6 * megabyte, 9 * megabyte];
    const proxy = await startCuttingProxy(cuts);
    const context = await browser.newContext({
      viewport: page.viewportSize(),
      baseURL: baseURL ?? "",
      proxy: { server: proxy.server },
      storageState: await page.context().storageState(),
    });
    try {
      const cutOff = await context.newPage();
      await cutOff.goto("/app/media");
      await cutOff.locator("input[type=file]").setInputFiles(video);
      const uploads = cutOff.getByRole("list", { name: "Uploads" });
      await expect(uploads.getByText("In your library")).toBeVisible();
      const [file] = await rowsOf("directus_files", account.email);
      expect(file).toMatchObject({
        type: "video/mp4",
        filename_download: "evening.mp4",
        filesize: String(size),
      });
      const stored = await context.request.get(`/api/directus/assets/${String(file?.["id"])}`);
      const hash = createHash("sha256").update(await stored.body());
      expect(hash.digest("hex")).toBe(await hashOf(video));
    } finally {
      await context.close();
      await proxy.close();
    }

    expect(proxy.cuts).toEqual([]);
    // Begun, gone on with after each cut, and what did not fit into one part; never from the start again.
    const [first, second = 0, third = 0, ...rest] = proxy.offsets;
    expect(first).toBe(0);
    expect(second).toBeGreaterThan(megabyte);
    expect(third).toBeGreaterThan(second + megabyte);
    expect(rest.every((offset) => offset > third)).toBe(true);

    expect(await rowsOf("scraped_media", account.email)).toMatchObject([
      { source: "uploaded", media_type: "video" },
    ]);
  },
);

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  const stream = createReadStream(path).on("data", (chunk) => hash.update(chunk));
  await once(stream, "close");
  return hash.digest("hex");
}
