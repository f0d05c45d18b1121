import type { ImportResult } from "./your-data.ts";

/** What an import came to, in lines for people. */
export function importReportText({
  came_in: cameIn,
  already_here: alreadyHere,
  left_out: leftOut,
  problems,
}: ImportResult): string {
  const lines = [
    ...section("Came in", cameIn),
    ...section("Was here already", alreadyHere),
    ...section("Stayed in the file", leftOut),
    ...problems.map(({ collection, id, reason }) => `${collection} ${id}: ${reason}`),
  ];
  return `${lines.length === 0 ? "There was nothing to import." : lines.join("\n")}\n`;
}

function section(title: string, counts: Record<string, number>): string[] {
  const lines = Object.entries(counts).map(([name, count]) => `- ${count} in ${name}`);
  return lines.length === 0 ? [] : [title, ...lines];
}
