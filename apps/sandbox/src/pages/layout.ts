import { html } from "hono/html";
import type { Html } from "./html.ts";
import type { SkinName } from "./skin-name.ts";

export type Frame = {
  title: string;
  skin: SkinName;
  /** Who is signed in, for the navigation. */
  username: string | null;
  /** Lists grow as one scrolls. */
  isEndless: boolean;
  csrf: string;
};

/** The whole page around its content. */
export function layout({ title, skin, username, isEndless, csrf }: Frame, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Sandbox</title>
        <link rel="stylesheet" href="/assets/style.css" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      </head>
      <body class="skin-${skin}">
        <header class="top">
          <a class="brand" href="/"
            ><img src="/assets/icon.svg" alt="" width="28" height="28" />Sandbox</a
          >
          ${username === null ? "" : navigation(username, csrf)}
        </header>
        <main>${content}</main>
        <footer class="bottom">
          A practice fan platform. Everybody and everything on it is made up.
        </footer>
        ${isEndless ? html`<script src="/assets/endless.js" defer></script>` : ""}
      </body>
    </html>`;
}

function navigation(username: string, csrf: string): Html {
  return html`<nav aria-label="Main">
    <a href="/@${username}">Profile</a>
    <a href="/fans">Fans</a>
    <a class="new" href="/compose">New post</a>
    <form method="post" action="/logout">
      <input type="hidden" name="csrf" value="${csrf}" />
      <button class="plain" type="submit">Log out</button>
    </form>
  </nav>`;
}
