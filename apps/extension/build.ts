import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { build, zip } from "wxt";

/**
 * Builds both extensions and their zips into `dist`. With `--granted`, match patterns, it builds one for
 * tests into `--out`, unpacked and for Chromium alone, that may reach those hosts from the start: nothing
 * can press the browser's question where there is no screen.
 */
const { values } = parseArgs({
  options: { granted: { type: "string", multiple: true }, out: { type: "string" } },
});
const { granted, out: outDir } = values;
const root = import.meta.dirname;

await makeIcons();
if (granted !== undefined && outDir !== undefined) {
  await build({ root, outDir, browser: "chrome", manifest: { host_permissions: granted } });
} else {
  await zip({ root, browser: "chrome" });
  await zip({ root, browser: "firefox" });
}

/** WXT takes them from there by their names. */
async function makeIcons(): Promise<void> {
  const icons = join(root, "public", "icon");
  await mkdir(icons, { recursive: true });
  await Promise.all(
    [16, 32, 48, 96, 128].map((size) =>
      sharp(join(root, "src", "icon.svg"), { density: (72 * size) / 32 })
        .resize(size, size)
        .png()
        .toFile(join(icons, `${size}.png`)),
    ),
  );
}
