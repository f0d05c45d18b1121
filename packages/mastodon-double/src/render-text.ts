import type { State } from "./state.ts";
import { type TextPart, textParts } from "./text-parts.ts";

const shownOfLink = 30;

/** A text as HTML, in the way of Mastodon's TextFormatter: paragraphs, line breaks, shortened links. */
export function renderText(state: State, text: string): string {
  if (text === "") return "";
  const html = textParts(text)
    .map((part) => renderPart(state, part))
    .join("")
    .replaceAll(/\r\n?/g, "\n");
  const paragraphs = html.split(/\n\n+/).map((lines) => lines.replaceAll("\n", "<br />"));
  return paragraphs.map((lines) => `<p>${lines}</p>`).join("");
}

function renderPart(state: State, part: TextPart): string {
  if (part.kind === "link") return renderLink(part.text);
  if (part.kind === "hashtag") {
    const tag = escape(part.tag);
    return `<a href="${state.url}/tags/${tag}" class="mention hashtag" rel="tag">#<span>${tag}</span></a>`;
  }
  if (part.kind === "mention") {
    const mentioned = mentionedBy(state, part);
    if (mentioned === null) return escape(part.text);
    return `<span class="h-card" translate="no"><a href="${escape(mentioned.url)}" class="u-url mention">@<span>${part.name}</span></a></span>`;
  }
  return escape(part.text);
}

function renderLink(url: string): string {
  const prefix = /^https?:\/\/(?:www\.)?/.exec(url)?.[0] ?? "";
  const rest = url.slice(prefix.length);
  const [shown, hidden] = [rest.slice(0, shownOfLink), rest.slice(shownOfLink)];
  const look = hidden === "" ? "" : "ellipsis";
  return `<a href="${escape(url)}" target="_blank" rel="nofollow noopener noreferrer" translate="no"><span class="invisible">${prefix}</span><span class="${look}">${escape(shown)}</span><span class="invisible">${escape(hidden)}</span></a>`;
}

/** Whom a mention is of: here everybody on other servers, and the accounts of this one. */
export function mentionedBy(
  state: State,
  { name, domain }: { name: string; domain: string | null },
) {
  if (domain !== null && domain !== new URL(state.url).host) {
    return { username: name, acct: `${name}@${domain}`, url: `https://${domain}/@${name}` };
  }
  const isHere = state.accounts.some(({ username }) => username === name);
  return isHere ? { username: name, acct: name, url: `${state.url}/@${name}` } : null;
}

const signs: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
