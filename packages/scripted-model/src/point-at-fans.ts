import { type Ids, isThing, type WantedField, pointAtFields } from "./point-at.ts";
import { above, textsIn, type TreeNode } from "./read-tree.ts";

const handle = /^@[a-z0-9][a-z0-9_.-]*$/;

/** What a fan's words look like, by what is asked for; the name is what stands before the username. */
const looks: readonly (readonly [RegExp, RegExp])[] = [
  [/\busername\b/, handle],
  [/\bmoney\b/, /^\$\d/],
  [/\blast seen\b/, /^\d{1,2} \p{L}+ \d{4}, \d{1,2}:\d{2}$/u],
  [/\bsubscribed\b/, /^\d{1,2} \p{L}+ \d{4}$/u],
];

/** Where the fans are: each begins with the text before a username. */
export function pointAtFans(
  tree: readonly TreeNode[],
  fields: readonly WantedField[],
  rowFields: readonly WantedField[],
): { fields: Ids; rows: Ids[] } {
  const texts = tree.filter(
    (node) => textsIn(node)[0] === node && ![node, ...above(node)].some(isThing),
  );
  const starts = texts.flatMap(({ name }, index) => (handle.test(name) ? [index - 1] : []));
  const rows = starts.map((start, index) => texts.slice(start, starts[index + 1]));
  return {
    fields: pointAtFields(fields, tree),
    rows: rows.map((row) =>
      Object.fromEntries(rowFields.map(({ name, what }) => [name, find(what, row)?.id ?? null])),
    ),
  };
}

function find(what: string, [first, ...others]: readonly TreeNode[]): TreeNode | undefined {
  const [, look] = looks.find(([words]) => words.test(what)) ?? [];
  if (look !== undefined) return others.find(({ name }) => look.test(name));
  if (/\bname\b/.test(what)) return first;
  // The tier is what looks like none of these.
  return others.find(({ name }) => !looks.some(([, other]) => other.test(name)));
}
