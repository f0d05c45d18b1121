import { formatCount } from "./format.ts";
import { html } from "hono/html";
import type { Html } from "./html.ts";

/** Links to the pages before and after; nothing when all fits on one. */
export function pager(path: string, page: number, pages: number): Html | "" {
  if (pages <= 1) return "";
  const previous = html`<a rel="prev" href="${path}?page=${page - 1}">Previous page</a>`;
  const next = html`<a rel="next" href="${path}?page=${page + 1}">Next page</a>`;
  return html`<nav class="pager" aria-label="Pages">
    <span>${page > 1 ? previous : ""}</span>
    <span>Page ${formatCount(page)} of ${formatCount(pages)}</span>
    <span>${page < pages ? next : ""}</span>
  </nav>`;
}

/** The number in `?page=`; null for what is no page. */
export function readPage(text: string | undefined): number | null {
  if (text === undefined) return 1;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
