import type { Session } from "../sessions/session.ts";
import { changed } from "./locate.ts";

/** What is used of the page's nodes; Node itself has none. */
type PageNode = {
  nodeType: number;
  textContent: string | null;
  parentElement: PageElement | null;
};
type PageElement = PageNode & {
  getAttribute: (name: string) => string | null;
  closest: (css: string) => PageElement | null;
  querySelectorAll: (css: string) => ArrayLike<PageElement>;
};

/**
 * Text or an attribute of each node, by Chromium's numbers for them. Throws `platform_changed` when a
 * number is none of this page's.
 */
export async function readNodes(
  { context, page }: Session,
  numbers: readonly number[],
  attributes: readonly (readonly string[] | null)[],
): Promise<(string | null)[]> {
  if (numbers.length === 0) return [];
  const devtools = await context.newCDPSession(page);
  try {
    const nodes = await Promise.all(
      numbers.map(async (backendNodeId) => {
        const { object } = await devtools.send("DOM.resolveNode", { backendNodeId });
        return object.objectId ?? "";
      }),
    ).catch(() => {
      throw changed("has no such element any more");
    });
    const { result } = await devtools.send("Runtime.callFunctionOn", {
      functionDeclaration: `function (attributes, ...nodes) { return (${readAll.toString()})(attributes, nodes); }`,
      objectId: nodes[0] ?? "",
      arguments: [{ value: attributes }, ...nodes.map((objectId) => ({ objectId }))],
      returnByValue: true,
    });
    return asTexts(result.value);
  } finally {
    await devtools.detach().catch(() => {});
  }
}

/** Runs in the page, so it uses nothing from around it. */
function readAll(
  attributes: readonly (readonly string[] | null)[],
  nodes: (PageNode | PageElement)[],
): (string | null)[] {
  return nodes.map((node, index) => {
    const names = attributes[index];
    if (!names) return node.textContent;
    const element = node.nodeType === 1 ? (node as PageElement) : node.parentElement;
    for (const name of names) {
      const around = element?.closest(`[${name}]`);
      const inside = element?.querySelectorAll(`[${name}]`);
      const holder = around ?? (inside?.length === 1 ? inside[0] : null);
      if (holder) return holder.getAttribute(name);
    }
    return null;
  });
}

/** Safe: it is what `readAll` returns, or nothing when the page did not let it run. */
function asTexts(value: unknown): (string | null)[] {
  return (value ?? []) as (string | null)[];
}
