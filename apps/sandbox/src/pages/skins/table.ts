import { formatDay, formatMoment, isoTime } from "../format.ts";
import { html } from "hono/html";
import type { Html } from "../html.ts";
import type { MediaView, PostView } from "../views.ts";
import { control, encoding, hiddenControls, hintOf } from "./control.ts";
import { player } from "./media.ts";
import type { Skin } from "./skin.ts";

/** Tables for everything, as a back office has them. */
export const table: Skin = {
  figures: (figures) =>
    html`<table class="sheet sheet-figures" aria-label="Figures">
      <tr>
        ${figures.map(({ label }) => html`<th scope="col">${label}</th>`)}
      </tr>
      <tr>
        ${figures.map(({ text }) => html`<td>${text}</td>`)}
      </tr>
    </table>`,
  posts: (posts) => sheet(posts, "Posts"),
  post: (post) =>
    html`${sheet([post], "Post")}
      <div class="attachments">
        ${post.media.map((media) =>
          media.kind === "video"
            ? player(media)
            : html`<img
                src="${media.href}"
                alt="${media.label}"
                width="${media.width}"
                height="${media.height}"
              />`,
        )}
      </div>`,
  fans: (fans) =>
    html`<div class="scroller">
      <table class="sheet" aria-label="Fans">
        <tr>
          <th scope="col">Tier</th>
          <th scope="col">Name</th>
          <th scope="col">Subscribed since</th>
          <th scope="col">Last seen</th>
          <th scope="col">Spent</th>
        </tr>
        ${fans.map(
          (fan) =>
            html`<tr>
              <td>${fan.tier}</td>
              <th scope="row">${fan.name} <span class="handle">@${fan.username}</span></th>
              <td>
                <time datetime="${isoTime(fan.subscribedAt)}">${formatDay(fan.subscribedAt)}</time>
              </td>
              <td>
                <time datetime="${isoTime(fan.lastSeenAt)}">${formatMoment(fan.lastSeenAt)}</time>
              </td>
              <td>${fan.spent}</td>
            </tr>`,
        )}
      </table>
    </div>`,
  form: (form) =>
    html`<form method="post" action="${form.action}" ${encoding(form)}>
      <table class="sheet sheet-form" role="presentation">
        ${form.fields.map(
          (field, row) =>
            html`<tr>
              <td><label for="cell-${row}">${field.label}</label></td>
              <td>${control(field, `cell-${row}`)}${hintOf(field)}</td>
            </tr>`,
        )}
        <tr>
          <td>${hiddenControls(form)}</td>
          <td><input class="button" type="submit" value="${form.submit}" /></td>
        </tr>
      </table>
    </form>`,
};

function sheet(posts: PostView[], label: string): Html {
  const columns = posts[0]?.figures ?? [];
  return html`<div class="scroller">
    <table class="sheet" aria-label="${label}">
      <tr>
        <th scope="col">Published</th>
        <th scope="col">Caption</th>
        <th scope="col">Media</th>
        <th scope="col">Tags</th>
        <th scope="col">Visibility</th>
        ${columns.map((figure) => html`<th scope="col">${figure.label}</th>`)}
      </tr>
      ${posts.map(
        (post) =>
          html`<tr>
            <th scope="row">
              <a href="${post.href}"
                ><time datetime="${isoTime(post.publishedAt)}"
                  >${formatMoment(post.publishedAt)}</time
                ></a
              >
            </th>
            <td class="words">${post.caption}</td>
            <td>${post.media.map(thumbnail)}</td>
            <td>${post.tags.map((tag) => `#${tag}`).join(" ")}</td>
            <td>${post.visibility}</td>
            ${post.figures.map(({ text }) => html`<td class="number">${text}</td>`)}
          </tr>`,
      )}
    </table>
  </div>`;
}

function thumbnail(media: MediaView): Html {
  const picture = media.small
    ? html`<img src="${media.small}" alt="${media.label}" width="56" height="56" loading="lazy" />`
    : media.label;
  return html`<a class="thumbnail" href="${media.href}" type="${media.mime}">${picture}</a>`;
}
