import { AppError } from "@genie/errors";
import type { PreviewLine, StepContext } from "../define-step.ts";
import type { Row, StepTools } from "../step-tools.ts";
import { restingStates } from "./effect-of-write.ts";
import { endOfLink, linesOfNew, sayRow, show, tellingFields } from "./preview-lines.ts";

const posts = "scheduled_posts";
const links = "scheduled_posts_media";
const junction = { junction: links, there: "scraped_media_id" };
const mostMedia = 100;

/** What a post says of itself, beside its media. */
const shown = [
  "creator_profile_id",
  "caption",
  "rating",
  "scheduled_for",
  "timezone",
  "late_policy",
  "platform_specific_config",
];
const fields = ["id", "status", "media_id", "generation", ...shown];

/** The post as it is, with all that it sends. */
export const readPost = (id: string, tools: StepTools): Promise<Row> =>
  tools.rows(posts).readOne(id, fields);

/** Whether a change of a post leaves it, or makes it, one that goes out. */
export const isPlanned = (after: Row): boolean => !restingStates.has(String(after["status"]));

/** What has to be the same of a post for a change of it to be the one that was shown. */
export const holdsOf = ({ generation, rating, status }: Row): Row => ({
  generation,
  rating,
  status,
});

/**
 * All that a post sends beside what is said of it already: its words, its account, its settings, and each
 * medium with its words. The last line stands for all of it, files too: it differs with any of them.
 */
export async function linesOfPost(
  after: Row,
  said: readonly string[],
  context: StepContext,
): Promise<PreviewLine[]> {
  const rest = shown.filter((field) => !said.includes(field) && (after[field] ?? null) !== null);
  const lines = await linesOfNew(posts, pick(after, rest), context);
  const media = await mediaOf(after, context.tools);
  const mark = await markOf({ ...pick(after, shown), media });
  const generation = typeof after["generation"] === "number" ? `${after["generation"]}-` : "";
  return [
    ...lines,
    ...media.map(({ entry }, at) => ({
      label: `Picture or video ${at + 1}`,
      value: sayRow("scraped_media", entry).value,
    })),
    ...media
      .map(({ entry }, at) => ({
        label: `Words for picture or video ${at + 1}`,
        value: show(entry["alt_text"]),
      }))
      .filter(({ value }) => value !== ""),
    { label: "Version", value: `${generation}${mark}` },
  ];
}

/** Which post has which medium, by the id of that link. */
export const readLink = (id: string, tools: StepTools): Promise<Row> =>
  tools.rows(links).readOne(id, ["scheduled_posts_id", "scraped_media_id"]);

/** All that the post of a link sends as it is now, where it is one that goes out. */
export async function linesOfLinked(link: Row, context: StepContext): Promise<PreviewLine[]> {
  const id = link["scheduled_posts_id"];
  if (typeof id !== "string") return [];
  const post = await readPost(id, context.tools);
  return isPlanned(post) ? linesOfPost(post, [], context) : [];
}

type Medium = { entry: Row; files: Row[] };

async function mediaOf(after: Row, tools: StepTools): Promise<Medium[]> {
  const ids = await entriesOf(after, tools);
  if (ids.length > mostMedia) {
    throw new AppError(
      "invalid_input",
      `A post has at most ${mostMedia} pictures and videos. Nothing was changed.`,
    );
  }
  return Promise.all(ids.map((id) => mediumOf(id, tools)));
}

async function mediumOf(id: string, tools: StepTools): Promise<Medium> {
  const wanted = [...new Set([...tellingFields("scraped_media"), "alt_text", "file_id"])];
  const [entry, files] = await Promise.all([
    tools.rows("scraped_media").readOne(id, wanted),
    tools.rows("scraped_media_files").read({
      fields: ["directus_files_id"],
      filter: { scraped_media_id: { _eq: id } },
      sort: ["sort", "id"],
      limit: mostMedia,
    }),
  ]);
  return { entry, files };
}

/** The entries of a post in their order: as the change lists them, or as they are. */
async function entriesOf(after: Row, tools: StepTools): Promise<string[]> {
  const listed = Array.isArray(after["media"])
    ? await Promise.all(after["media"].map((link: unknown) => endOfLink(junction, link, tools)))
    : typeof after["id"] === "string"
      ? await linkedTo(after["id"], tools)
      : [];
  const first = after["media_id"];
  return [...new Set([...(typeof first === "string" ? [first] : []), ...listed])];
}

async function linkedTo(post: string, tools: StepTools): Promise<string[]> {
  const rows = await tools.rows(links).read({
    fields: ["scraped_media_id"],
    filter: { scheduled_posts_id: { _eq: post } },
    sort: ["sort", "id"],
    limit: mostMedia + 1,
  });
  return rows.map(({ scraped_media_id: id }) => String(id));
}

/** The same for the same rows alone. */
async function markOf(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash.slice(0, 12), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const pick = (row: Row, wanted: readonly string[]): Row =>
  Object.fromEntries(wanted.map((field) => [field, row[field] ?? null]));
