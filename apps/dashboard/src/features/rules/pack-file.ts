import type { RulePackPlan } from "@genie/directus-client";
import type { Platform } from "@genie/platforms";
import { PostRules } from "@genie/schema";
import { z } from "zod";
import type { Messages } from "#messages/messages.ts";
import { isWebAddress } from "./pack-draft.ts";

const format = "genie-helper-rules";
const version = 1;
const mostPacks = 50;
/** Of a file that is read at all. */
export const mostFileBytes = 1024 * 1024;

const File = z.object({ format: z.literal(format), version: z.int(), packs: z.array(z.unknown()) });
const Pack = z.object({
  name: z.string().trim().min(1).max(80),
  kind: z.enum(["house", "community"]),
  platform: z.string().nullable().default(null),
  rules: z.unknown(),
  source_url: z.string().max(2048).refine(isWebAddress).nullable().default(null),
});

/**
 * Packs as the text of a file that can be passed on. Nothing of the creator is in it: rules of an account
 * become rules of its platform, or of all.
 */
export function writePackFile(
  packs: readonly RulePackPlan[],
  platformOf: (profileId: string) => string | null,
): string {
  const written = packs.map(({ name, kind, scope, rules, sourceUrl }) => ({
    name,
    kind,
    platform:
      scope.kind === "platform"
        ? scope.platform
        : scope.kind === "account"
          ? platformOf(scope.profileId)
          : null,
    rules,
    source_url: sourceUrl,
  }));
  return `${JSON.stringify({ format, version, packs: written }, null, 2)}\n`;
}

/** The packs in such a text, off and under names that are not `taken`; or a sentence on why it can't be taken. */
export function readPackFile(
  text: string,
  platforms: readonly Pick<Platform, "id">[],
  taken: readonly string[],
  { rules: { importing: said } }: Pick<Messages, "rules">,
): { packs: RulePackPlan[] } | { problem: string } {
  const file = File.safeParse(parseJson(text));
  if (!file.success) {
    return { problem: parseJson(text) === undefined ? said.unreadable : said.otherFile };
  }
  if (file.data.version > version) return { problem: said.newerFile };
  if (file.data.packs.length === 0) return { problem: said.none };
  if (file.data.packs.length > mostPacks) return { problem: said.tooMany(mostPacks) };
  const names = new Set(taken);
  const packs: RulePackPlan[] = [];
  const problems: string[] = [];
  for (const [index, written] of file.data.packs.entries()) {
    const read = readPack(written, platforms, said);
    if ("problem" in read) {
      problems.push(said.badPack(nameOf(written) ?? said.unnamed(index + 1), read.problem));
    } else {
      const name = freeName(read.pack.name, names);
      names.add(name);
      packs.push({ ...read.pack, name });
    }
  }
  return problems.length > 0 ? { problem: problems.join(" ") } : { packs };
}

function readPack(
  written: unknown,
  platforms: readonly Pick<Platform, "id">[],
  said: Messages["rules"]["importing"],
): { pack: RulePackPlan } | { problem: string } {
  const pack = Pack.safeParse(written);
  if (!pack.success) {
    const [field] = pack.error.issues[0]?.path ?? [];
    return {
      problem:
        field === "source_url" ? said.badSource : field === "kind" ? said.badKind : said.badName,
    };
  }
  const { name, kind, platform, source_url: sourceUrl } = pack.data;
  const rules = PostRules.safeParse(pack.data.rules);
  if (!rules.success) {
    const [issue] = rules.error.issues;
    return {
      problem:
        issue?.code === "unrecognized_keys"
          ? said.unknownRule(issue.keys[0]?.slice(0, 40) ?? "")
          : said.badRule(String(issue?.path[0] ?? "rules"), issue?.message ?? ""),
    };
  }
  if (platform !== null && !platforms.some(({ id }) => id === platform)) {
    return { problem: said.unknownPlatform(platform.slice(0, 64)) };
  }
  const scope =
    platform === null ? ({ kind: "all" } as const) : ({ kind: "platform", platform } as const);
  return { pack: { name, kind, scope, rules: rules.data, sourceUrl, isEnabled: false } };
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let n = 2; ; n += 1) {
    const ending = ` (${n})`;
    const candidate = `${name.slice(0, 80 - ending.length)}${ending}`;
    if (!taken.has(candidate)) return candidate;
  }
}

function nameOf(written: unknown): string | null {
  const named = z.object({ name: z.string().trim().min(1) }).safeParse(written);
  return named.success ? named.data.name.slice(0, 80) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
