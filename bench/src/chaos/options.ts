import { parseArgs } from "node:util";
import { AppError } from "@genie/errors";
import type { OtherPlatform } from "@genie/stack";
import { type FaultKind, faultKinds } from "./plan-faults.ts";

const sandboxClasses = ["idempotent", "lookup", "blind"] as const;
const otherClasses = ["bluesky", "mastodon"] as const satisfies readonly OtherPlatform[];
const classes = [...sandboxClasses, ...otherClasses] as const;
/** The sandbox with each guarantee that a platform may give, and platforms of others. */
export type PlatformClass = (typeof classes)[number];

/** Whether a class is a platform with a server of its own. */
export const isOther = (name: PlatformClass): name is OtherPlatform =>
  otherClasses.some((other) => other === name);

const backends = ["postgres", "redis"] as const;
export type Backend = (typeof backends)[number];

export type ChaosOptions = {
  posts: number;
  kills: number;
  faults: readonly FaultKind[];
  backend: Backend;
  classes: readonly PlatformClass[];
  workers: number;
  /** Posts that come due in a second. */
  perSecond: number;
  seed: number;
  /** The usual design instead of ours. */
  control: boolean;
};

const ofRedis: readonly FaultKind[] = ["redis", "flush"];

/** Reads the command line. Throws `invalid_input` with what can be said. */
export function parseOptions(args: string[]): ChaosOptions {
  const { values } = parseArgs({
    args,
    options: {
      posts: { type: "string", default: "300" },
      kills: { type: "string", default: "20" },
      faults: { type: "string", default: faultKinds.join(",") },
      backend: { type: "string", default: "postgres" },
      class: { type: "string", default: sandboxClasses.join(",") },
      workers: { type: "string", default: "3" },
      "per-second": { type: "string", default: "5" },
      seed: { type: "string", default: "1" },
      control: { type: "boolean", default: false },
    },
  });
  const backend = oneOf(backends, "backend", values.backend);
  const faults = listOf(faultKinds, "faults", values.faults);
  return {
    posts: wholeNumber("posts", values.posts, 1),
    kills: wholeNumber("kills", values.kills, 0),
    faults: faults.filter((kind) => backend === "redis" || !ofRedis.includes(kind)),
    backend,
    classes: listOf(classes, "class", values.class),
    workers: wholeNumber("workers", values.workers, 2),
    perSecond: wholeNumber("per-second", values["per-second"], 1),
    seed: wholeNumber("seed", values.seed, 0),
    control: values.control,
  };
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new AppError("invalid_input", `--${name} takes a whole number from ${least} on.`);
}

function oneOf<Entry extends string>(known: readonly Entry[], name: string, text: string): Entry {
  const found = known.find((entry) => entry === text);
  if (found !== undefined) return found;
  throw new AppError("invalid_input", `--${name} takes ${known.join(", ")}.`);
}

function listOf<Entry extends string>(
  known: readonly Entry[],
  name: string,
  text: string,
): Entry[] {
  return text.split(",").map((entry) => oneOf(known, name, entry));
}
