import { ownership } from "@genie/schema";

/**
 * The collections of rows that have owners, each before those that it refers to: so every row is counted where it is
 * removed, and none goes with another.
 */
export function deletionOrder(): string[] {
  const order: string[] = [];
  const seen = new Set(["directus_files"]);
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const [other, { references }] of ownership) {
      if (references.some(({ collection }) => collection === name)) visit(other);
    }
    order.push(name);
  };
  for (const name of ownership.keys()) visit(name);
  return order;
}
