import { html } from "hono/html";
import type { Letter } from "./letter-store.ts";

type Html = ReturnType<typeof html>;

/** All letters, newest first. It looks for new ones by itself. */
export function listPage(letters: readonly Letter[]): Html {
  const content =
    letters.length === 0
      ? html`<p class="empty">No letters yet. Whatever is sent lands here, and nowhere else.</p>`
      : html`<ul class="list">
          ${letters.map(
            ({ id, subject, to, receivedAt }) =>
              html`<li>
                <a href="/letters/${id}">
                  <strong>${subject || "(no subject)"}</strong>
                  <span>${to.join(", ")}</span>
                  ${time(receivedAt)}
                </a>
              </li>`,
          )}
        </ul>`;
  return page(
    "Mailbox",
    html`<h1>Mailbox</h1>
      ${content}`,
    { renews: true },
  );
}

/** One letter: as a mail program shows it, and the form without HTML. */
export function letterPage({ id, subject, from, to, receivedAt, text, html: body }: Letter): Html {
  return page(
    subject,
    html`<p><a href="/">All letters</a></p>
      <h1>${subject || "(no subject)"}</h1>
      <dl>
        <dt>From</dt>
        <dd>${from}</dd>
        <dt>To</dt>
        <dd>${to.join(", ")}</dd>
        <dt>Received</dt>
        <dd>${time(receivedAt)}</dd>
      </dl>
      ${
        body === null
          ? ""
          : html`<iframe
              title="The letter"
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              src="/letters/${id}/html"
            ></iframe>`
      }
      <h2>Without HTML</h2>
      <pre>${linked(text)}</pre>`,
  );
}

export const missingPage = (): Html =>
  page(
    "No such letter",
    html`<h1>No such letter</h1>
      <p>Letters are kept until the mailbox is stopped. <a href="/">All letters</a></p>`,
  );

/** A letter's HTML for the frame: its links open beside it. */
export const shownHtml = (letter: string) => `<base target="_blank">${letter}`;

function page(title: string, content: Html, { renews = false } = {}): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${renews ? html`<script src="/renew.js" defer></script>` : ""}
        <title>${title}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html>`;
}

const time = (at: string) =>
  html`<time datetime="${at}">${at.slice(0, 19).replace("T", " ")}</time>`;

/** Text whose addresses can be opened. */
const linked = (text: string) =>
  text
    .split(/(https?:\/\/\S+)/)
    .map((part, index) =>
      index % 2 === 1 ? html`<a href="${part}" target="_blank" rel="noreferrer">${part}</a>` : part,
    );
