import { z } from "zod";
import type { Bar, Proof } from "./proofs.ts";

export const ProofResult = z.object({
  date: z.string(),
  machine: z.object({
    cpu: z.string(),
    cores: z.int(),
    memory_gb: z.number(),
    node: z.string(),
  }),
  figures: z.record(
    z.string(),
    z.object({ min: z.number(), median: z.number(), max: z.number(), repetitions: z.int() }),
  ),
});
/** The line that a proof prints last. */
export type ProofResult = z.infer<typeof ProofResult>;

/** `result` null: it failed; `kept`: it was not run, and the page keeps what it says of it. */
export type FinishedProof = { proof: Proof; result: ProofResult | "kept" | null };

const head = [
  "# Proof",
  "",
  "Written by `npm run proof`. Each figure is the median, with the least and the greatest behind it.",
  "",
  "| Figure | Measured | Bar | Held | Command | Machine |",
  "|---|---|---|---|---|---|",
];

/** The page with one row a figure; what is kept comes from the page as it was. */
export function proofPage(finished: readonly FinishedProof[], before = ""): string {
  const old = new Map(before.split("\n").map((row) => [keyOf(row), row]));
  return `${[...head, ...finished.flatMap((one) => rows(one, old))].join("\n")}\n`;
}

/** Figure and command of a row. */
function keyOf(row: string): string {
  const [, figure = "", , , , command = ""] = row.split("|");
  return `${figure.trim()} ${command.trim()}`;
}

/** The figures that miss their bar or were not measured. */
export function missedBars(finished: readonly FinishedProof[]): string[] {
  return finished.flatMap(({ proof, result }) =>
    Object.entries(proof.figures).flatMap(([name, bar]) => {
      if (result === "kept") return [];
      const median = result?.figures[name]?.median;
      if (median === undefined) return [`${name} was not measured by \`${proof.command}\`.`];
      return holds(bar, median) === false ? [`${name} is ${median}, the bar is ${show(bar)}.`] : [];
    }),
  );
}

function rows({ proof, result }: FinishedProof, old: ReadonlyMap<string, string>): string[] {
  return Object.entries(proof.figures).map(([name, bar]) => {
    const kept = old.get(`\`${name}\` \`${proof.command}\``);
    if (result === "kept" && kept !== undefined) return kept;
    return row({ proof, result: result === "kept" ? null : result }, name, bar);
  });
}

function row(
  { proof, result }: { proof: Proof; result: ProofResult | null },
  name: string,
  bar: Bar | null,
): string {
  const figure = result?.figures[name];
  const measured = figure
    ? `${figure.median} (${figure.min} to ${figure.max}, n = ${figure.repetitions})`
    : "not measured";
  const held = { true: "yes", false: "**no**", null: "" }[
    `${figure ? holds(bar, figure.median) : false}`
  ];
  const cells = [`\`${name}\``, measured, show(bar), held, `\`${proof.command}\``, place(result)];
  return `| ${cells.join(" | ")} |`;
}

function holds(bar: Bar | null, value: number): boolean | null {
  if (bar === null) return null;
  return "atMost" in bar ? value <= bar.atMost : value >= bar.atLeast;
}

function show(bar: Bar | null): string {
  if (bar === null) return "none";
  return "atMost" in bar ? `at most ${bar.atMost}` : `at least ${bar.atLeast}`;
}

function place(result: ProofResult | null): string {
  if (result === null) return "";
  const { cpu, cores, memory_gb: memory, node } = result.machine;
  return `${cpu}, ${cores} cores, ${memory} GB, Node ${node}, ${result.date.slice(0, 10)}`;
}
