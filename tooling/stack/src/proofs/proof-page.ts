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

export type FinishedProof = { proof: Proof; result: ProofResult | null };

const head = [
  "# Proof",
  "",
  "Written by `npm run proof`. Each figure is the median, with the least and the greatest behind it.",
  "",
  "| Figure | Measured | Bar | Held | Command | Machine |",
  "|---|---|---|---|---|---|",
];

/** The page with one row a figure. */
export function proofPage(finished: readonly FinishedProof[]): string {
  return `${[...head, ...finished.flatMap(rows)].join("\n")}\n`;
}

/** The figures that miss their bar or were not measured. */
export function missedBars(finished: readonly FinishedProof[]): string[] {
  return finished.flatMap(({ proof, result }) =>
    Object.entries(proof.figures).flatMap(([name, bar]) => {
      const median = result?.figures[name]?.median;
      if (median === undefined) return [`${name} was not measured by \`${proof.command}\`.`];
      return holds(bar, median) === false ? [`${name} is ${median}, the bar is ${show(bar)}.`] : [];
    }),
  );
}

function rows({ proof, result }: FinishedProof): string[] {
  return Object.entries(proof.figures).map(([name, bar]) => {
    const figure = result?.figures[name];
    const measured = figure
      ? `${figure.median} (${figure.min} to ${figure.max}, n = ${figure.repetitions})`
      : "not measured";
    const held = { true: "yes", false: "**no**", null: "" }[
      `${figure ? holds(bar, figure.median) : false}`
    ];
    const cells = [`\`${name}\``, measured, show(bar), held, `\`${proof.command}\``, place(result)];
    return `| ${cells.join(" | ")} |`;
  });
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
