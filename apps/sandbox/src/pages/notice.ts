import { html } from "hono/html";
import type { Html } from "./html.ts";

/** What went wrong, for people and for screen readers. Nothing when nothing did. */
export function alert(sentences: string[]): Html | "" {
  if (sentences.length === 0) return "";
  return html`<div class="alert" role="alert">
    ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
  </div>`;
}

/** A page that only says why there is nothing else on it. */
export function noticePage(heading: string, sentence: string): Html {
  return html`<section class="narrow">
    <h1>${heading}</h1>
    ${alert([sentence])}
    <p><a href="/">Back to the start</a></p>
  </section>`;
}
