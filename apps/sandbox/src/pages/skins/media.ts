import { html } from "hono/html";
import type { Html } from "../html.ts";
import type { MediaView } from "../views.ts";

/** A picture that leads to its full size, or a video that plays in place. */
export function shot(media: MediaView, size: "small" | "full"): Html {
  if (media.kind === "video") return player(media);
  const source = size === "small" && media.small ? media.small : media.href;
  return html`<a class="photo" href="${media.href}"
    ><img
      src="${source}"
      alt="${media.label}"
      width="${media.width}"
      height="${media.height}"
      loading="lazy"
  /></a>`;
}

/** A video that plays in place. */
export function player(media: MediaView): Html {
  const poster = media.small ? html` poster="${media.small}"` : "";
  return html`<video
    class="video"
    controls
    muted
    playsinline
    preload="metadata"
    aria-label="${media.label}"
    ${poster}
  >
    <source src="${media.href}" type="${media.mime}" />
  </video>`;
}
