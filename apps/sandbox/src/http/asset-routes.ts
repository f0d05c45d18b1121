import { Hono } from "hono";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AppEnv } from "./app-env.ts";

const folder = join(import.meta.dirname, "..", "pages", "assets");
const assets = {
  "style.css": "text/css",
  "icon.svg": "image/svg+xml",
  "endless.js": "text/javascript",
} as const;

/** The style sheet, the icon, and the script of lists that grow. */
export function assetRoutes(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const [name, mime] of Object.entries(assets)) {
    const content = readFileSync(join(folder, name), "utf8");
    const headers = { "Content-Type": mime, "Cache-Control": "no-cache" };
    app.get(`/assets/${name}`, (context) => context.body(content, 200, headers));
  }
  return app;
}
