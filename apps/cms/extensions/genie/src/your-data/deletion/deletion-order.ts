import { everyCollection, ownership } from "@genie/schema";

/**
 * The collections of rows that have owners, each before those whose end would take its rows along: so every row is
 * counted where it is removed, and none goes with another.
 */
export function deletionOrder(): string[] {
  const order: string[] = [];
  const seen = new Set(["directus_files"]);
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const other of ownership.keys()) if (goesWith(other, name)) visit(other);
    order.push(name);
  };
  for (const name of ownership.keys()) visit(name);
  return order;
}

/** A reference that is emptied needs no order, and may go in a circle. */
function goesWith(name: string, gone: string): boolean {
  const fields = everyCollection.find((collection) => collection.name === name)?.fields ?? {};
  return Object.values(fields).some(
    ({ reference }) => reference?.collection === gone && reference.onDelete !== "SET NULL",
  );
}
