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

// `npm run proof` runs them all; `npm run proof -- chaos publish` those whose command has such a word.
await exitWith(async () => {
  const { positionals: words } = parseArgs({ allowPositionals: true, options: {} });
  const isWanted = ({ command }: Proof) =>
    words.length === 0 || words.some((word) => command.includes(word));
  if (!proofs.some(isWanted)) {
    const commands = proofs.map(({ command }) => command).join("; ");
    throw misconfigured(
      `No proof has ${words.join(" or ")} in its command. There are: ${commands}.`,
    );
  }
  const signal = stopSignal();
  const finished: FinishedProof[] = [];
  for (const proof of proofs) {
    finished.push({ proof, result: isWanted(proof) ? await run(proof, signal) : "kept" });
  }
  if (signal.aborted) return 130;
  const page = join(repositoryRoot, "docs", "proof.md");
  writeAtomically(page, proofPage(finished, readFileSync(page, "utf8")), 0o644);
  const missed = missedBars(finished);
  for (const sentence of missed) process.stdout.write(`${sentence}\n`);
  process.stdout.write(`Written to ${page}\n`);
  return missed.length > 0 ? 1 : 0;
});

async function run({ command, program }: Proof, signal: AbortSignal): Promise<ProofResult | null> {
  const [entry, ...args] = program;
  const { ok, output, ms } = await runCaptured(
    [process.execPath, join(repositoryRoot, entry), ...args],
    { folder: repositoryRoot, env: inheritedEnv(processEnv()), signal },
  );
  if (!ok) process.stdout.write(`${output.trimEnd()}\n`);
  process.stdout.write(`${timeLine(command, ms)}${ok ? "" : "  FAILED"}\n`);
  const last = output.trimEnd().split("\n").at(-1) ?? "";
  return ok ? ProofResult.parse(JSON.parse(last)) : null;
}
