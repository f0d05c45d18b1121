import type { Session } from "../sessions/session.ts";

/** Gives up what is being loaded or sent, so that it does not arrive after its time. */
export async function stopLoading({ context, page }: Session): Promise<void> {
  try {
    const devtools = await context.newCDPSession(page);
    await devtools.send("Page.stopLoading");
    await devtools.detach();
  } catch {
    // The page is gone, and its requests with it.
  }
}
