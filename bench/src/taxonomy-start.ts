import { readFileSync } from "node:fs";

/**
 * A program: makes the classifier ready, or (given a file of patterns) an automaton of the same library
 * with nothing of ours, and says how long that took and how much memory it came to.
 */
const [patternFile] = process.argv.slice(2);
const before = process.memoryUsage().rss;
const startedAt = performance.now();
const ready = await (patternFile === undefined ? ours() : bare(patternFile));
const ms = performance.now() - startedAt;
const found = ready("A beach day");
const moreMb = (process.memoryUsage().rss - before) / 2 ** 20;
process.stdout.write(`${JSON.stringify({ ms, moreMb, found })}\n`);

async function ours() {
  const { openClassifier, readDataset } = await import("@genie/taxonomy");
  const read = openClassifier(readDataset()).readFor([]);
  const media = { type: "image", width: 1, height: 1, durationS: null, sizeBytes: null } as const;
  return (caption: string) => read({ caption, tags: [], media }).tags.length;
}

async function bare(file: string) {
  const { default: AhoCorasick } = await import("modern-ahocorasick");
  const patterns: string[] = JSON.parse(readFileSync(file, "utf8"));
  const automaton = new AhoCorasick(patterns);
  return (caption: string) => automaton.search(` ${caption.toLowerCase()} `).length;
}
