import { formatDay, formatMoment, isoTime } from "../format.ts";
import { html } from "hono/html";
import type { Html } from "../html.ts";
import type { FanView, Figure, PostView } from "../views.ts";
import { control, encoding, hiddenControls, hintOf } from "./control.ts";
import { shot } from "./media.ts";
import type { Skin } from "./skin.ts";

/** A grid of cards: media first, words and numbers below. */
export const cards: Skin = {
  figures: (figures) => numbers(figures, "numbers numbers-large"),
  posts: (posts) =>
    html`<ul class="grid" aria-label="Posts">
      ${posts.map((post) => html`<li class="card" id="card-${post.id}">${card(post, "small")}</li>`)}
    </ul>`,
  post: (post) =>
    html`<div class="card card-single" role="group" aria-label="Post">${card(post, "full")}</div>`,
  fans: (fans) =>
    html`<ul class="grid grid-fans" aria-label="Fans">
      ${fans.map((fan) => html`<li class="card card-fan">${fanCard(fan)}</li>`)}
    </ul>`,
  form: (form) =>
    html`<form class="card card-form" method="post" action="${form.action}" ${encoding(form)}>
      ${form.fields.map(
        (field) =>
          html`<div class="row">
            <label for="field-${field.name}">${field.label}</label>${hintOf(field)}
            ${control(field, `field-${field.name}`)}
          </div>`,
      )}
      <div class="actions">
        ${hiddenControls(form)}<button class="button">${form.submit}</button>
      </div>
    </form>`,
};

function card(post: PostView, size: "small" | "full"): Html {
  return html`<div class="shots shots-${post.media.length}">
      ${post.media.map((media) => shot(media, size))}
    </div>
    <div class="body">
      <blockquote>${post.caption}</blockquote>
      <p class="labels">${post.tags.map((tag) => html`<a class="chip">#${tag}</a> `)}</p>
      ${numbers(post.figures, "numbers")}
      <footer>
        <a href="${post.href}" class="when"
          ><time datetime="${isoTime(post.publishedAt)}">${formatMoment(post.publishedAt)}</time></a
        >
        · <span>${post.visibility}</span>
      </footer>
    </div>`;
}

function numbers(figures: Figure[], name: string): Html {
  return html`<ul class="${name}">
    ${figures.map(({ label, text }) => html`<li><b>${text}</b> <span>${label}</span></li>`)}
  </ul>`;
}

function fanCard(fan: FanView): Html {
  return html`<h2>${fan.name}</h2>
    <p class="handle">@${fan.username}</p>
    <p>Tier: <b>${fan.tier}</b></p>
    <p>Spent: <b>${fan.spent}</b></p>
    <p>
      Last seen: <time datetime="${isoTime(fan.lastSeenAt)}">${formatMoment(fan.lastSeenAt)}</time>
    </p>
    <p>
      Subscribed since:
      <time datetime="${isoTime(fan.subscribedAt)}">${formatDay(fan.subscribedAt)}</time>
    </p>`;
}
