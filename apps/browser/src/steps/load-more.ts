import type { MoreRequest } from "@genie/browser-client";
import { setTimeout as delay } from "node:timers/promises";
import type { Session } from "../sessions/session.ts";

/** How long a list may take to grow. */
const growMs = 15_000;
/** A page that has asked for nothing by then has nothing more. */
const quietMs = 1_500;
const pollMs = 100;
/** How long it has to rest afterwards, so that all of what came is there. */
const restMs = 300;

/**
 * Lets a list that grows as one scrolls grow: what holds the links that were read is not shown any more, so
 * that the page keeps to a size that can be read, and its end comes into view. Answers whether more came.
 */
export async function loadMore({ page }: Session, { read, timeout_ms }: MoreRequest) {
  const before = await page.evaluate(passOver, [...read]);
  const under = new Set<unknown>();
  let asked = 0;
  const begin = (request: unknown) => {
    asked += 1;
    under.add(request);
  };
  const end = (request: unknown) => under.delete(request);
  page.on("request", begin).on("requestfinished", end).on("requestfailed", end);
  try {
    await page.evaluate(scrollToEnd);
    const began = performance.now();
    const isOver = (ms: number) => performance.now() - began > ms;
    for (;;) {
      const grew = await page.evaluate(hasGrown, before);
      const isLate = isOver(timeout_ms ?? growMs) || (asked === 0 && isOver(quietMs));
      if (isLate && !grew) return { grew };
      // While something is being loaded, what came may be the sign of that alone.
      if (grew && (isLate || under.size === 0)) break;
      await delay(pollMs);
    }
  } finally {
    page.off("request", begin).off("requestfinished", end).off("requestfailed", end);
  }
  await page.evaluate(restFor, restMs);
  return { grew: true };
}

/** What is used of the page; Node itself has none. The functions below run in it. */
type Element = {
  parentElement: Element | null;
  querySelectorAll: (css: string) => Iterable<Element & { href: string }>;
  contains: (other: Element) => boolean;
  scrollHeight: number;
  clientHeight: number;
  scrollTop: number;
  style: { display: string };
};
declare const document: Element & {
  documentElement: Element;
  body: Element;
  scrollingElement: Element | null;
};
declare class MutationObserver {
  constructor(callback: () => void);
  observe(target: Element, options: object): void;
  disconnect(): void;
}

/** Hides each row of what was read: the largest element that holds one of its links and of no other. */
function passOver(read: string[]): number {
  const wanted = new Set(read);
  const links = [...document.querySelectorAll("a[href]")].filter(({ href }) => wanted.has(href));
  const holds = (element: Element) =>
    new Set(links.filter((link) => element.contains(link)).map(({ href }) => href)).size;
  if (new Set(links.map(({ href }) => href)).size > 1) {
    for (const link of links) {
      let row: Element = link;
      while (row.parentElement && holds(row.parentElement) === 1) row = row.parentElement;
      row.style.display = "none";
    }
  }
  return [...document.querySelectorAll("*")].length;
}

function scrollToEnd(): void {
  for (const element of [document.scrollingElement, ...document.querySelectorAll("*")]) {
    if (element && element.scrollHeight > element.clientHeight) {
      element.scrollTop = element.scrollHeight;
    }
  }
}

function hasGrown(before: number): boolean {
  return [...document.querySelectorAll("*")].length > before;
}

function restFor(restMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      observer.disconnect();
      resolve();
    };
    let timer = setTimeout(done, restMs);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, restMs);
    });
    observer.observe(document.documentElement, { childList: true, subtree: true });
  });
}
