import { type BrowserClient, createBrowserClient, type PageDriver } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import { stackUnderTest } from "@genie/testing";

/** Takes every place that the browser service has left; `free` gives them back. */
export async function takeAllPlaces(): Promise<{ count: number; free: () => Promise<void> }> {
  const { browserUrl, browserToken } = stackUnderTest();
  const client = createBrowserClient({ url: browserUrl, token: browserToken });
  const taken: PageDriver[] = [];
  for (;;) {
    const page = await takePlace(client);
    if (page === null) break;
    taken.push(page);
  }
  const free = async () => void (await Promise.all(taken.map((page) => page.close())));
  return { count: taken.length, free };
}

/** How many places the browser service has left. */
export async function freePlaces(): Promise<number> {
  const { count, free } = await takeAllPlaces();
  await free();
  return count;
}

async function takePlace({ startSession }: BrowserClient): Promise<PageDriver | null> {
  const { signal } = new AbortController();
  try {
    return await startSession({ allowed_hosts: ["nowhere.example"] }, signal);
  } catch (error) {
    if (error instanceof AppError && error.code === "rate_limited") return null;
    throw error;
  }
}
