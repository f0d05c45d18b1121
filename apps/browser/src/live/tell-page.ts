import type { LiveOutput } from "@genie/browser-client";
import type { CDPSession, Page } from "playwright-core";

type Telling = {
  page: Page;
  devtools: CDPSession;
  say: (message: LiveOutput) => void;
  left: AbortSignal;
};

const everyMs = 250;
const mostCharacters = 300;

/** Tells what the page is, and again when that changes. Resolves when it was told once. */
export async function tellPage(telling: Telling): Promise<void> {
  let told = "";
  const tell = async (): Promise<void> => {
    const now = await readPage(telling);
    if (telling.left.aborted || JSON.stringify(now) === told) return;
    told = JSON.stringify(now);
    telling.say(now);
  };
  // A page that is just going says nothing.
  const tellIfItCan = () => tell().catch(() => {});
  await tellIfItCan();
  if (telling.left.aborted) return;
  // Chromium says nothing when a title changes, so it is asked.
  const clock = setInterval(() => void tellIfItCan(), everyMs);
  telling.left.addEventListener("abort", () => clearInterval(clock), { once: true });
}

/** Asks the browser and not the page, which may hang. */
async function readPage({ page, devtools }: Telling): Promise<LiveOutput> {
  const { currentIndex, entries } = await devtools.send("Page.getNavigationHistory");
  const { url = "", title = "" } = entries[currentIndex] ?? {};
  const { origin } = URL.parse(url) ?? { origin: "null" };
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  return {
    type: "page",
    origin: origin === "null" ? "" : origin,
    title: title.slice(0, mostCharacters),
    width,
    height,
  };
}
