import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";

export const dynamic = "force-dynamic";

/** As the build of apps/extension names them. */
const files: ReadonlyMap<string, string> = new Map([
  ["chromium", "genie-helper-chrome.zip"],
  ["firefox", "genie-helper-firefox.zip"],
]);

/** The extension for a browser, as this release was built with it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ browser: string }> },
): Promise<Response> {
  const name = files.get((await params).browser);
  if (name === undefined) return text("There is no extension for this browser.");
  const path = join(process.cwd(), "..", "extension", "dist", name);
  const size = await stat(path).then(
    (file) => file.size,
    () => null,
  );
  if (size === null) {
    return text("The extension was not built with this server. Ask the person who runs it.");
  }
  return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": "application/zip",
      "content-length": String(size),
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}

const text = (sentence: string) =>
  new Response(`${sentence}\n`, {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
