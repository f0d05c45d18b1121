import { html } from "hono/html";
import type { Html } from "../pages/html.ts";
import { alert } from "../pages/notice.ts";
import type { Skin } from "../pages/skins/skin.ts";
import { visibilityNames } from "../pages/views.ts";
import { captionLimit, type ComposeInput, mediaLimit } from "./compose-input.ts";

type Shown = { csrf: string } & Pick<
  ComposeInput,
  "caption" | "visibility" | "idempotencyKey" | "problems"
>;

/** The form of a new post, with what was typed before and what was wrong with it. */
export function composePage({ csrf, caption, visibility, idempotencyKey, problems }: Shown) {
  return (skin: Skin): Html =>
    html`<section class="narrow">
      <h1>New post</h1>
      ${alert(problems)}
      ${skin.form({
        action: "/compose",
        hidden: { csrf, idempotency_key: idempotencyKey ?? "" },
        fields: [
          {
            kind: "textarea",
            label: "Caption",
            name: "caption",
            value: caption,
            hint: `Up to ${captionLimit} characters.`,
          },
          {
            kind: "files",
            label: "Photos and videos",
            name: "media",
            accept: "image/jpeg,image/png,image/webp,image/gif,video/mp4",
            hint: `Up to ${mediaLimit} files. Photos up to 10 MB, MP4 videos up to 50 MB.`,
          },
          {
            kind: "select",
            label: "Visibility",
            name: "visibility",
            value: visibility,
            options: Object.entries(visibilityNames).map(([value, text]) => ({ value, text })),
          },
        ],
        submit: "Publish",
      })}
    </section>`;
}
