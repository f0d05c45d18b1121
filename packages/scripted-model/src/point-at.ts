import { conceptsOf, labelOf } from "./concepts.ts";
import { above, textsIn, type TreeNode, within } from "./read-tree.ts";

export type WantedField = { name: string; isMany: boolean; what: string };
export type Ids = Record<string, string | string[] | null>;

const moment = /^\d{1,2} \p{L}+ \d{4}, \d{1,2}:\d{2}/u;
const isMoment = ({ role, name }: TreeNode) => /\blink$/.test(role) && moment.test(name);
/** What has words that belong to itself: to press, to look at, to play. */
export const isThing = ({ role }: TreeNode) =>
  /\b(link|button|image|video|slider|group)$/i.test(role);

/** Where the fields are, and the rows: each has one link that is a moment. */
export function pointAt(
  tree: readonly TreeNode[],
  fields: readonly WantedField[],
  rowFields: readonly WantedField[] | undefined,
): { fields: Ids; rows?: Ids[] } {
  return {
    fields: pointAtFields(fields, tree),
    ...(rowFields && { rows: rowsOf(tree).map((row) => pointAtFields(rowFields, row)) }),
  };
}

/** What holds one moment and what is said with it; where nothing does, all from one moment to the next. */
function rowsOf(tree: readonly TreeNode[]): TreeNode[][] {
  const around = tree.filter(isMoment).map((moment) => {
    const holders = above(moment);
    const end = holders.findIndex((node) => {
      const inside = within(node);
      return inside.filter(isMoment).length > 1 || inside.some(({ role }) => role === "heading");
    });
    return holders[(end === -1 ? holders.length : end) - 1] ?? moment;
  });
  if (around.every(isWhole)) return around.map(within);
  const starts = tree.flatMap((node, index) => (isMoment(node) ? [index] : []));
  return starts.map((start, index) => tree.slice(start, starts[index + 1]));
}

const isWhole = (node: TreeNode) => node.role === "row" || textsIn(node).filter(isLabel).length > 1;

const isLabel = ({ name }: TreeNode) => labelOf(name) !== null;

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
  const cell = cellOf(meant, nodes[0]);
  if (cell !== null) return [cell];
  const values = valuesOf(meant, nodes);
  return values.length === 0 && /\bcaption\b/.test(what) ? wordsOf(nodes) : values;
}

/** In a row of a table: the cell below the label. */
function cellOf(meant: readonly number[], row: TreeNode | undefined): TreeNode | null {
  if (row?.role !== "row") return null;
  const [labels] = row.parent?.children ?? [];
  const at = (labels?.children ?? []).findIndex(({ name }) => isMeant(meant, name));
  return row.children[at] ?? null;
}

/** A paragraph or a quotation that is no list of tags. */
function wordsOf(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.filter(isWords).slice(0, 1);
}

const isWords = (node: TreeNode) =>
  /^(paragraph|blockquote)$/.test(node.role) &&
  textsIn(node).some(({ name }) => !name.startsWith("#"));

function isMeant(meant: readonly number[], name: string): boolean {
  const concept = labelOf(name);
  return concept !== null && meant.includes(concept);
}

/** Pictures are in links; what a player is made of is no picture. */
function isMedium({ role, children }: TreeNode): boolean {
  return /^video$/i.test(role) || (/\bimage$/.test(role) && children.length === 0);
}

/** The texts that stand after a label, up to the next one, or with it in an item of a list. */
function valuesOf(meant: readonly number[], nodes: readonly TreeNode[]): TreeNode[] {
  const texts = nodes.filter(
    (node) =>
      textsIn(node)[0] === node && ![node, ...above(node)].some((around) => isThing(around)),
  );
  const at = texts.findIndex(({ name, role }) => role !== "heading" && isMeant(meant, name));
  const label = texts[at];
  if (label === undefined) return [];
  if (label.role === "columnheader") return belowOf(label);
  const [before, after] = label.parent?.role === "listitem" ? textsIn(label.parent) : [];
  if (before !== undefined && after === label) return [before];
  const rest = texts.slice(at + 1);
  const end = rest.findIndex(isLabel);
  return end === -1 ? rest : rest.slice(0, end);
}

/** The first cell below the head of a column. */
function belowOf(label: TreeNode): TreeNode[] {
  const row = label.parent;
  const next = row?.parent?.children[row.parent.children.indexOf(row) + 1];
  const cell = next?.children[row?.children.indexOf(label) ?? -1];
  return cell === undefined ? [] : [cell];
}

/** A sentence is about fans when it says so. */
function isSentenceOn(what: string) {
  const [word = ""] = /\bfans\b/.exec(what) ?? [];
  return (node: TreeNode) =>
    textsIn(node)[0] === node && node.name.endsWith(".") && node.name.split(" ").includes(word);
}
