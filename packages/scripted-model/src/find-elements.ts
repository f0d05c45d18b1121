import { conceptsOf } from "./concepts.ts";
import { above, textsIn, type TreeNode } from "./read-tree.ts";

/** How a person calls a control, and the roles that such a one has in the tree. */
const kinds: readonly (readonly [RegExp, RegExp])[] = [
  [/\bbutton\b/, /\bbutton$/],
  [/\blink\b/, /\blink$/],
  [/\bchoice\b/, /\b(select|combobox|listbox)$/],
  [/\bfield for photos\b/, /\bfile$/],
  [/\bfield\b/, /\b(textbox|textarea|searchbox)$/],
];

/** The controls that a description fits best; more than one when nothing tells them apart. */
export function findElements(tree: readonly TreeNode[], what: string): TreeNode[] {
  const [, role] = kinds.find(([words]) => words.test(what)) ?? [];
  const meant = new Set(conceptsOf(what));
  const fits = tree
    .filter((node) => role?.test(node.role))
    .map((node) => ({ node, score: score(node, meant) }))
    .filter((fit) => fit.score > 0);
  const best = Math.max(...fits.map((fit) => fit.score));
  return fits.filter((fit) => fit.score === best).map(({ node }) => node);
}

/** By its name, or by what its label says. */
function score(node: TreeNode, meant: ReadonlySet<number>): number {
  const label = above(node).find(({ role }) => role === "LabelText");
  const words = [node.name, ...(label ? textsIn(label).map(({ name }) => name) : [])].join(" . ");
  return conceptsOf(words).filter((concept) => meant.has(concept)).length;
}
