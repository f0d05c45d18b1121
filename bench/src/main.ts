import { parseArgs } from "node:util";
import { AppError } from "@genie/errors";
import type { Benchmark } from "./benchmark.ts";
import { browser } from "./browser.ts";
import { crypto } from "./crypto.ts";
import { keys } from "./keys.ts";
import { kill } from "./kill.ts";
import { library } from "./library.ts";
import { logIn } from "./log-in.ts";
import { mcp } from "./mcp.ts";
import { media } from "./media.ts";
import { publish } from "./publish.ts";
import { reclassify } from "./reclassify.ts";
import { restore } from "./restore.ts";
import { rights } from "./rights.ts";
import { scale } from "./scale.ts";
import { scrapeKill } from "./scrape-kill.ts";
import { scrape } from "./scrape.ts";
import { sites } from "./sites.ts";
import { soak } from "./soak.ts";
import { start } from "./start.ts";
import { taxonomy } from "./taxonomy.ts";
import { upgrade } from "./upgrade.ts";
import { writeResult } from "./write-result.ts";

const benchmarks = {
  browser,
  crypto,
  keys,
  kill,
  library,
  "log-in": logIn,
  mcp,
  media,
  publish,
  reclassify,
  restore,
  rights,
  scale,
  scrape,
  "scrape-kill": scrapeKill,
  sites,
  soak,
  start,
  taxonomy,
  upgrade,
} satisfies Record<string, Benchmark>;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const request = parseRequest(args);
  if (request === undefined) {
    process.stderr.write(
      `Name one benchmark (${Object.keys(benchmarks).join(", ")}), and how often to repeat it if you like (--repetitions 5), or how long soak goes on (--minutes 2).\n`,
    );
    return 2;
  }
  const { name, repetitions, minutes } = request;
  const benchmark = benchmarks[name];
  const interrupt = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => interrupt.abort());
  }
  try {
    const outcome = await benchmark.run({
      repetitions: repetitions ?? benchmark.defaultRepetitions,
      minutes,
      signal: interrupt.signal,
    });
    process.stdout.write(`${await writeResult(name, outcome)}\n`);
    return 0;
  } catch (error) {
    if (interrupt.signal.aborted) {
      process.stderr.write("Interrupted.\n");
    } else if (error instanceof AppError) {
      process.stderr.write(`${error.message}\n`);
    } else {
      throw error;
    }
    return 1;
  }
}

function parseRequest(args: string[]) {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    strict: false,
    options: { repetitions: { type: "string" }, minutes: { type: "string" } },
  });
  const [name, ...others] = positionals;
  const known = Object.keys(values).every((option) => ["minutes", "repetitions"].includes(option));
  const [repetitions, minutes] = [values.repetitions, values.minutes].map((value) =>
    value === undefined ? undefined : Number(value),
  );
  const countable = [repetitions, minutes].every(
    (value) => value === undefined || (Number.isInteger(value) && value >= 1),
  );
  return name !== undefined && isName(name) && others.length === 0 && known && countable
    ? { name, repetitions, minutes }
    : undefined;
}

function isName(text: string): text is keyof typeof benchmarks {
  return Object.hasOwn(benchmarks, text);
}
