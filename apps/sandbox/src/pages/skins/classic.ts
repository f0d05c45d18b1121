import { formatDay, formatMoment, isoTime } from "../format.ts";
import { html } from "hono/html";
import type { Html } from "../html.ts";
import type { Figure, PostView } from "../views.ts";
import { control, encoding, hiddenControls, hintOf } from "./control.ts";
import { shot } from "./media.ts";
import type { Skin } from "./skin.ts";

/** A feed: one article under the other. */
export const classic: Skin = {
  figures: (shown) => figures(shown, "figures"),
  posts: (posts) =>
    html`<section class="feed" aria-label="Posts">
      ${posts.map((post) => article(post, "small"))}
    </section>`,
  post: (post) => html`<section class="feed" aria-label="Post">${article(post, "full")}</section>`,
  fans: (fans) =>
    html`<table class="fans" aria-label="Fans">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Tier</th>
          <th scope="col">Spent</th>
          <th scope="col">Last seen</th>
          <th scope="col">Subscribed since</th>
        </tr>
      </thead>
      <tbody>
        ${fans.map(
          (fan) =>
            html`<tr id="fan-${fan.id}">
              <td class="name">${fan.name} <span class="handle">@${fan.username}</span></td>
              <td><span class="tier tier-${fan.tier.toLowerCase()}">${fan.tier}</span></td>
              <td class="number">${fan.spent}</td>
              <td>
                <time datetime="${isoTime(fan.lastSeenAt)}">${formatMoment(fan.lastSeenAt)}</time>
              </td>
              <td>
                <time datetime="${isoTime(fan.subscribedAt)}">${formatDay(fan.subscribedAt)}</time>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`,
  form: (form) =>
    html`<form class="form" method="post" action="${form.action}" ${encoding(form)}>
      ${hiddenControls(form)}
      ${form.fields.map(
        (field) =>
          html`<label class="field"
              ><span class="label">${field.label}</span>${control(field, field.name)}</label
            >${hintOf(field)}`,
      )}
      <button class="button" type="submit">${form.submit}</button>
    </form>`,
};

function article(post: PostView, size: "small" | "full"): Html {
  return html`<article class="post" id="post-${post.id}">
    <header>
      <a class="permalink" href="${post.href}"
        ><time datetime="${isoTime(post.publishedAt)}">${formatMoment(post.publishedAt)}</time></a
      >
      <span class="visibility">${post.visibility}</span>
    </header>
    <p class="caption">${post.caption}</p>
    <div class="media media-${post.media.length}">
      ${post.media.map((media) => shot(media, size))}
    </div>
    ${
      post.tags.length > 0
        ? html`<ul class="tags" aria-label="Tags">
            ${post.tags.map((tag) => html`<li>#${tag}</li>`)}
          </ul>`
        : ""
    }
    ${figures(post.figures, "stats")}
  </article>`;
}

function figures(shown: Figure[], name: string): Html {
  return html`<dl class="${name}">
    ${shown.map(
      ({ label, text }) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl>`;
}
