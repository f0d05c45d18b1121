import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import { judge, lookedFor, openClassifier, readDataset, readLabelled } from "@genie/taxonomy";
import AhoCorasick from "modern-ahocorasick";
import { z } from "zod";
import type { Benchmark, Outcome } from "./benchmark.ts";
import { summarize } from "./measure.ts";
import { taxonomyCaptions } from "./taxonomy-captions.ts";

const captionCount = 5_000;
const sampleS = 1;
const Start = z.object({ ms: z.number(), moreMb: z.number(), found: z.int() });

/**
 * What the classifier finds in the half of the labelled captions that it was not built on, and how fast,
 * beside an automaton of the same library with the same patterns on the same captions, interleaved. Rates are
 * by seconds of processor time, all threads counted.
 */
export const taxonomy: Benchmark = {
  defaultRepetitions: 9,
  run: async ({ repetitions, signal }) => {
    const mapping = readDataset();
    const classifier = openClassifier(mapping);
    const patterns = lookedFor(mapping);
    const figures: Outcome["figures"] = {
      tags_count: summarize([mapping.length]),
      patterns_count: summarize([patterns.length]),
      ...qualityFigures(classifier),
      ...(await startFigures(patterns, Math.min(repetitions, 5), signal)),
    };
    const read = classifier.readFor([]);
    const media = { type: "image", width: 1080, height: 1350, durationS: null, sizeBytes: null };
    const classify = (caption: string) => {
      read({ caption, tags: [], media: { ...media, type: "image" } });
    };
    const known = taxonomyCaptions(mapping, captionCount, 0);
    const automaton = new AhoCorasick(patterns);
    const folded = known.map((caption) => ` ${caption.toLowerCase()} `);
    const cases = {
      ours: () => known.forEach(classify),
      bare: () => folded.forEach((caption) => automaton.search(caption)),
      misspelt: misspeltCase(taxonomyCaptions(mapping, captionCount, 0.1), classify),
    };
    const rates = { ours: [] as number[], bare: [] as number[], misspelt: [] as number[] };
    for (const run of Object.values(cases)) ratePerS(run);
    for (let repetition = 0; repetition < repetitions; repetition++) {
      for (const name of ["ours", "bare", "misspelt"] as const) {
        await setImmediate();
        signal.throwIfAborted();
        rates[name].push(ratePerS(cases[name]));
      }
    }
    figures["captions_per_s"] = summarize(rates.ours);
    figures["bare_captions_per_s"] = summarize(rates.bare);
    figures["misspelt_captions_per_s"] = summarize(rates.misspelt);
    figures["time_to_bare_ratio"] = summarize(
      rates.ours.map((rate, index) => (rates.bare[index] ?? Number.NaN) / rate),
    );
    return { figures, plot: plotOf(figures) };
  },
};

function misspeltCase(captions: string[], classify: (caption: string) => void) {
  return () => captions.forEach(classify);
}

function qualityFigures(classifier: ReturnType<typeof openClassifier>): Outcome["figures"] {
  const verdict = judge(classifier, readLabelled("check"));
  const figures: Outcome["figures"] = {
    precision_ratio: summarize([verdict.tags.precision]),
    recall_ratio: summarize([verdict.tags.recall]),
    expected_tags_count: summarize([verdict.tags.expected]),
  };
  for (const [kind, { precision, recall }] of verdict.kinds) {
    figures[`${kind}_precision_ratio`] = summarize([precision]);
    figures[`${kind}_recall_ratio`] = summarize([recall]);
  }
  for (const [concept, correlation] of verdict.concepts) {
    figures[`${concept.replaceAll("-", "_")}_rank_ratio`] = summarize([correlation]);
  }
  return figures;
}

/** Each start is a process of its own. */
async function startFigures(patterns: string[], starts: number, signal: AbortSignal) {
  const folder = await mkdtemp(join(tmpdir(), "genie-taxonomy-"));
  const patternFile = join(folder, "patterns.json");
  const figures: Outcome["figures"] = {};
  try {
    await writeFile(patternFile, JSON.stringify(patterns));
    for (const [name, args] of [
      ["", []],
      ["bare_", [patternFile]],
    ] as const) {
      const samples: z.infer<typeof Start>[] = [];
      for (let start = 0; start < starts; start++) samples.push(await startOnce(args, signal));
      figures[`${name}start_ms`] = summarize(samples.map(({ ms }) => ms));
      figures[`${name}more_mb`] = summarize(samples.map(({ moreMb }) => moreMb));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return figures;
}

async function startOnce(args: readonly string[], signal: AbortSignal) {
  const program = join(import.meta.dirname, "taxonomy-start.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], { signal });
  return Start.parse(JSON.parse(stdout));
}

/** Captions a second of processor time. */
function ratePerS(runAll: () => void): number {
  const before = process.cpuUsage();
  let count = 0;
  let usedS = 0;
  do {
    runAll();
    count += captionCount;
    const { user, system } = process.cpuUsage(before);
    usedS = (user + system) / 1_000_000;
  } while (usedS < sampleS);
  return count / usedS;
}

function plotOf(figures: Outcome["figures"]): Outcome["plot"] {
  const bars: Outcome["plot"]["bars"] = [];
  for (const [label, name] of [
    ["all captions", ""],
    ...["plain", "slang", "language", "hashtags", "typos", "trap"].map((kind) => [
      kind,
      `${kind}_`,
    ]),
  ] as [string, string][]) {
    for (const series of ["precision", "recall"]) {
      const figure = figures[`${name}${series}_ratio`];
      if (figure !== undefined) bars.push({ label, series, figure });
    }
  }
  return {
    title: "Tags found in captions that the classifier was not built on",
    unit: "share",
    bars,
  };
}
