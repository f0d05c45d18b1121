/** A node of the accessibility tree, as the model is shown it. */
export type TreeNode = {
  id: string;
  role: string;
  name: string;
  parent: TreeNode | null;
  children: TreeNode[];
};

const line = /^(\s*)\[(\d+-\d+)\] ([^:]*?)(?:: (.*))?$/;

/** Every node in the order of the page. What is no node is passed over. */
export function readTree(text: string): TreeNode[] {
  const nodes: TreeNode[] = [];
  const open: { depth: number; node: TreeNode }[] = [];
  for (const row of text.replace(/^DOM: /m, "").split("\n")) {
    const [, indent = "", id, role = "", name = ""] = line.exec(row) ?? [];
    if (id === undefined) continue;
    while ((open.at(-1)?.depth ?? -1) >= indent.length) open.pop();
    const parent = open.at(-1)?.node ?? null;
    const node: TreeNode = { id, role, name: name.trim(), parent, children: [] };
    parent?.children.push(node);
    nodes.push(node);
    open.push({ depth: indent.length, node });
  }
  return nodes;
}

/** A node and all below it, in the order of the page. */
export function within(node: TreeNode): TreeNode[] {
  return [node, ...node.children.flatMap(within)];
}

/** From a node's parent upwards. */
export function above(node: TreeNode): TreeNode[] {
  return node.parent === null ? [] : [node.parent, ...above(node.parent)];
}

/** The texts that a person reads below a node: the innermost nodes with words. */
export function textsIn(node: TreeNode): TreeNode[] {
  return within(node).filter(
    ({ name, children }) => name !== "" && children.every((child) => textsIn(child).length === 0),
  );
}
