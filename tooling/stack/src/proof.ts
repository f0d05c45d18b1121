import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runCaptured } from "./checks/run-captured.ts";
import { processEnv } from "./env.ts";
import { exitWith } from "./exit-with.ts";
import { misconfigured } from "./misconfigured.ts";
import { repositoryRoot } from "./paths.ts";
import { type FinishedProof, missedBars, proofPage, ProofResult } from "./proofs/proof-page.ts";
import { type Proof, proofs } from "./proofs/proofs.ts";
import { timeLine } from "./report.ts";
import { inheritedEnv } from "./service-env.ts";
import { stopSignal } from "./stop-signal.ts";
import { writeAtomically } from "./write-atomically.ts";

// `npm run proof` runs them all; `npm run proof -- chaos publish` those whose command has such a word. With `--minutes 2`
// those that go on for a time are cut short, and nothing is written down.
await exitWith(async () => {
  const { positionals: words, values } = parseArgs({
    allowPositionals: true,
    options: { minutes: { type: "string" } },
  });
  const { minutes } = values;
  const isWanted = ({ command }: Proof) =>
    words.length === 0 || words.some((word) => command.includes(word));
  const cutShort = proofs.filter((proof) => isWanted(proof) && proof.takesMinutes);
  if (minutes !== undefined && (words.length === 0 || cutShort.length === 0)) {
    throw misconfigured("Name what is to be cut short, as in npm run proof -- soak --minutes 2.");
  }
  if (!proofs.some(isWanted)) {
    const commands = proofs.map(({ command }) => command).join("; ");
    throw misconfigured(
      `No proof has ${words.join(" or ")} in its command. There are: ${commands}.`,
    );
  }
  const signal = stopSignal();
  const finished: FinishedProof[] = [];
  for (const proof of proofs) {
    finished.push({ proof, result: isWanted(proof) ? await run(proof, minutes, signal) : "kept" });
  }
  if (signal.aborted) return 130;
  if (minutes !== undefined) {
    for (const { result } of finished) if (result !== "kept") tellFigures(result);
    return finished.some(({ result }) => result === null) ? 1 : 0;
  }
  const page = join(repositoryRoot, "docs", "proof.md");
  writeAtomically(page, proofPage(finished, readFileSync(page, "utf8")), 0o644);
  const missed = missedBars(finished);
  for (const sentence of missed) process.stdout.write(`${sentence}\n`);
  process.stdout.write(`Written to ${page}\n`);
  return missed.length > 0 ? 1 : 0;
});

async function run(
  { command, program, takesMinutes }: Proof,
  minutes: string | undefined,
  signal: AbortSignal,
): Promise<ProofResult | null> {
  const [entry, ...usual] = program;
  const args = takesMinutes && minutes !== undefined ? [...usual, "--minutes", minutes] : usual;
  const { ok, output, ms } = await runCaptured(
    [process.execPath, join(repositoryRoot, entry), ...args],
    { folder: repositoryRoot, env: inheritedEnv(processEnv()), signal },
  );
  if (!ok) process.stdout.write(`${output.trimEnd()}\n`);
  process.stdout.write(`${timeLine(command, ms)}${ok ? "" : "  FAILED"}\n`);
  const last = output.trimEnd().split("\n").at(-1) ?? "";
  return ok ? ProofResult.parse(JSON.parse(last)) : null;
}

function tellFigures(result: ProofResult | null): void {
  for (const [name, { median }] of Object.entries(result?.figures ?? {})) {
    process.stdout.write(`${name}  ${median}\n`);
  }
}
