import { findCollection, type ListThrough } from "@genie/schema";
import type { PreviewLine, StepContext } from "../define-step.ts";
import type { Row, StepTools } from "../step-tools.ts";
import { fieldsFor, isSecret, targetOf } from "./creators-rights.ts";
import { maskSecrets } from "./mask-secrets.ts";

/** As long as what a person says yes to can be: a post's words are shown to their end. */
const longest = 20_000;
const hidden = "(a secret)";

/** What tells people which row it is, the most telling first. */
const telling = [
  "name",
  "title",
  "username",
  "platform",
  "caption",
  "tag",
  "status",
  "scheduled_for",
  "first_name",
  "email",
  "media_type",
] as const;
const mostTelling = 4;

const nouns: Readonly<Record<string, string>> = {
  creator_profiles: "Account",
  fan_profiles: "Fan",
  media_jobs: "Job",
  media_presets: "Preset",
  platform_sessions: "Stored session",
  publish_pauses: "Pause of publishing",
  rule_packs: "Rules for posts",
  saved_views: "Saved view",
  scheduled_posts: "Post",
  scheduled_posts_media: "Picture or video of a post",
  scraped_media: "Entry of the library",
  tag_overrides: "Own tag",
  user_personas: "Profile",
  directus_files: "File",
  directus_notifications: "Notification",
  directus_users: "Person",
};

/** What people call a row of a collection. */
export const nounOf = (collection: string): string => nouns[collection] ?? inWords(collection);

/** `scheduled_for` as people read it. */
export const inWords = (name: string): string => {
  const words = name.replace(/_id$/, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A value as a preview shows it, without what looks like a secret. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return "";
  const masked = maskSecrets(value);
  const said = typeof masked === "string" ? masked : JSON.stringify(masked);
  return said.length > longest ? `${said.slice(0, longest)}…` : said;
}

/** Which row it is, by what is in it. */
export function sayRow(collection: string, row: Row): PreviewLine {
  const parts = telling
    .filter((field) => typeof row[field] === "string" && row[field] !== "")
    .slice(0, mostTelling)
    .map((field) => show(row[field]).slice(0, 80));
  return { label: nounOf(collection), value: parts.join(" · ") || show(row["id"]) };
}

/** The fields that `sayRow` looks at, of those that may be read. */
export const tellingFields = (collection: string): string[] => {
  const readable = fieldsFor("read", collection);
  return ["id", ...telling].filter((field) => readable.includes(field));
};

/** A line for each field of a new row. */
export const linesOfNew = (
  collection: string,
  data: Row,
  context: StepContext,
): Promise<PreviewLine[]> =>
  Promise.all(
    Object.entries(data).map(async ([field, value]) => ({
      label: inWords(field),
      value: await showField({ collection, field, value }, context),
    })),
  );

/** A line for each field that changes, with what is there now. */
export const linesOfChange = (
  change: { collection: string; data: Row; before: Row },
  context: StepContext,
): Promise<PreviewLine[]> =>
  Promise.all(
    Object.entries(change.data).map(async ([field, value]) => {
      const { collection, before } = change;
      return {
        label: inWords(field),
        value: await showField({ collection, field, value }, context),
        before: await showField({ collection, field, value: before[field] }, context),
      };
    }),
  );

/** Of a reference the row that it leads to, of a secret nothing. */
async function showField(
  { collection, field, value }: { collection: string; field: string; value: unknown },
  { tools }: StepContext,
): Promise<string> {
  if (isSecret(collection, field)) return hidden;
  const through = findCollection(collection)?.fields[field]?.through;
  if (through && Array.isArray(value)) {
    const rows = value.map(async (link: unknown) => {
      const id = await endOfLink(through, link, tools);
      return sayRow(through.target, await readTelling(through.target, id, tools)).value;
    });
    return (await Promise.all(rows)).join("; ");
  }
  const target = targetOf(collection, field);
  const isOne = typeof value === "string" && target !== undefined;
  if (!isOne || tellingFields(target).length === 0) return show(value);
  return sayRow(target, await readTelling(target, value, tools)).value;
}

const readTelling = (collection: string, id: string, tools: StepTools): Promise<Row> =>
  tools.rows(collection).readOne(id, tellingFields(collection));

/** The row that a link leads to; it is a row of the junction, by its id or as it is to be. */
export async function endOfLink(
  { junction, there }: Pick<ListThrough, "junction" | "there">,
  link: unknown,
  tools: StepTools,
): Promise<string> {
  const row: Row = typeof link === "object" && link !== null ? { ...link } : { id: link };
  const end = row[there] ?? (await tools.rows(junction).readOne(String(row["id"]), [there]))[there];
  return String(end);
}
