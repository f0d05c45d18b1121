import { conceptsOf, labelOf } from "./concepts.ts";
import { above, textsIn, type TreeNode } from "./read-tree.ts";

export type WantedField = { name: string; isMany: boolean; what: string };
export type Ids = Record<string, string | string[] | null>;

const moment = /^\d{1,2} \p{L}+ \d{4}, \d{1,2}:\d{2}/u;
const isMoment = ({ role, name }: TreeNode) => /\blink$/.test(role) && moment.test(name);
/** What has words that belong to itself: to press, to look at, to play. */
export const isThing = ({ role }: TreeNode) =>
  /\b(link|button|image|video|slider|group)$/i.test(role);

/** Where the fields are, and the rows: each begins with a link that is a moment. */
export function pointAt(
  tree: readonly TreeNode[],
  fields: readonly WantedField[],
  rowFields: readonly WantedField[] | undefined,
): { fields: Ids; rows?: Ids[] } {
  const starts = tree.flatMap((node, index) => (isMoment(node) ? [index] : []));
  const rows = starts.map((start, index) => tree.slice(start, starts[index + 1]));
  return {
    fields: pointAtFields(fields, tree),
    ...(rowFields && { rows: rows.map((row) => pointAtFields(rowFields, row)) }),
  };
}

/** The elements of each field among these nodes. */
export function pointAtFields(fields: readonly WantedField[], nodes: readonly TreeNode[]): Ids {
  return Object.fromEntries(
    fields.map(({ name, what, isMany }) => {
      const ids = find(what, nodes).map(({ id }) => id);
      return [name, isMany ? ids : (ids[0] ?? null)];
    }),
  );
}

function find(what: string, nodes: readonly TreeNode[]): TreeNode[] {
  if (/\bheading\b/.test(what)) return nodes.filter(({ role }) => role === "heading");
  if (/\bsentence\b/.test(what)) return nodes.filter(isSentenceOn(what));
  if (/\bpicture\b/.test(what)) return nodes.filter(isMedium);
  if (/\btime of\b/.test(what)) return nodes.filter(isMoment);
  const meant = conceptsOf(what);
  if (/\blink\b/.test(what)) {
    return nodes.filter(
      ({ role, name }) =>
        /\blink$/.test(role) && conceptsOf(name).some((concept) => meant.includes(concept)),
    );
  }
  return valuesOf(meant, nodes);
}

/** Pictures are in links; what a player is made of is no picture. */
function isMedium({ role, children }: TreeNode): boolean {
  return /^video$/i.test(role) || (/\bimage$/.test(role) && children.length === 0);
}

/** The texts that stand after a label, up to the next one. */
function valuesOf(meant: readonly number[], nodes: readonly TreeNode[]): TreeNode[] {
  const texts = nodes.filter(
    (node) =>
      textsIn(node)[0] === node && ![node, ...above(node)].some((around) => isThing(around)),
  );
  const at = texts.findIndex(({ name, role }) => {
    const concept = labelOf(name);
    return role !== "heading" && concept !== null && meant.includes(concept);
  });
  if (at === -1) return [];
  const after = texts.slice(at + 1);
  const end = after.findIndex(({ name }) => labelOf(name) !== null);
  return end === -1 ? after : after.slice(0, end);
}

/** A sentence is about fans when it says so. */
function isSentenceOn(what: string) {
  const [word = ""] = /\bfans\b/.exec(what) ?? [];
  return (node: TreeNode) =>
    textsIn(node)[0] === node && node.name.endsWith(".") && node.name.split(" ").includes(word);
}
