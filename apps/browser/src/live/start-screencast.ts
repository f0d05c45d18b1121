import type { CDPSession } from "playwright-core";

export type Screencast = {
  /** To be called when the last picture has been shown. */
  next: () => void;
};

const quality = 60;

/**
 * Hands over pictures of the page, JPEGs in CSS pixels. Chromium makes no second one before the first
 * was shown, and then the newest.
 */
export async function startScreencast(
  devtools: CDPSession,
  picture: (jpeg: Buffer) => void,
): Promise<Screencast> {
  let shown: number | null = null;
  devtools.on("Page.screencastFrame", ({ data, sessionId }) => {
    shown = sessionId;
    picture(Buffer.from(data, "base64"));
  });
  await devtools.send("Page.startScreencast", {
    format: "jpeg",
    quality,
    maxFramesInFlight: 1,
    sendLastFrame: true,
  });
  return {
    next: () => {
      if (shown === null) return;
      devtools.send("Page.screencastFrameAck", { sessionId: shown }).catch(() => {});
      shown = null;
    },
  };
}
