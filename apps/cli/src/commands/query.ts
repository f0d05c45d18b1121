import { AppError } from "@genie/errors";
import { everyCollection, mostRows } from "@genie/schema";
import { openInstallation } from "@genie/stack";
import { Command, InvalidArgumentError, Option } from "commander";
import { readableFields, requireReadable, withoutSecrets } from "../query/secret-fields.ts";
import { type Row, showRows } from "../query/show-rows.ts";

const examples = `
Examples:
  npm run genie -- query scheduled_posts --filter '{"status":{"_eq":"failed"}}' --fields id,status,error_message
  npm run genie -- query creator_profiles --fields username,platform,user_id.email --format csv
  npm run genie -- query media_jobs --sort=-created_at --limit 5 --format json

It only reads, as the set-up service, which sees the rows of everybody. What is sealed is never shown, nor what tokens
and codes are compared with. Filters are those of Directus: https://directus.io/docs/guides/connect/filter-rules`;

type Options = {
  filter?: object;
  fields?: string[];
  sort?: string[];
  limit: number;
  format: "csv" | "json" | "table";
};

/** `genie query`: rows of a collection, without secrets. */
export const queryCommand = new Command("query")
  .description("Show rows of a collection; reads only, and never what is sealed")
  .argument("<collection>", "for example scheduled_posts")
  .option("--filter <json>", "which rows, as Directus says it", parseFilter)
  .option("--fields <a,b>", "which fields; a dot reaches into what a field refers to", parseList)
  .option("--sort <a,-b>", "by which fields; a minus begins with the last", parseList)
  .option("--limit <n>", "how many at most", parseLimit, 100)
  .addOption(
    new Option("--format <format>", "how they are shown")
      .choices(["table", "json", "csv"] as const)
      .default("table" as const),
  )
  .addHelpText("after", examples)
  .action(query);

async function query(collection: string, options: Options): Promise<void> {
  requireKnown(collection);
  const fields = options.fields ?? readableFields(collection);
  requireReadable(collection, fields);
  const rows = (await read(collection, { ...options, fields })).map(withoutSecrets);
  process.stdout.write(showRows(rows as Row[], fields, options.format));
}

async function read(
  collection: string,
  { filter, sort, limit, fields }: Options & { fields: string[] },
): Promise<object[]> {
  const { directus, adminToken } = openInstallation().running();
  const params = new URLSearchParams({ fields: fields.join(","), limit: String(limit) });
  if (filter !== undefined) params.set("filter", JSON.stringify(filter));
  if (sort !== undefined) params.set("sort", sort.join(","));
  const answer = await fetch(`${directus}/items/${collection}?${params.toString()}`, {
    headers: { authorization: `Bearer ${adminToken}` },
  }).catch((cause: unknown) => {
    throw new AppError(
      "upstream_unavailable",
      "Directus does not answer. See: npm run genie -- doctor",
      {
        cause,
      },
    );
  });
  const body = (await answer.json()) as { data?: object[]; errors?: { message: string }[] };
  if (answer.ok && body.data !== undefined) return body.data;
  throw new AppError(
    "invalid_input",
    `Directus does not answer this: ${body.errors?.[0]?.message ?? answer.status} Look at the names in --fields, --filter and --sort.`,
  );
}

function requireKnown(collection: string): void {
  const names = everyCollection.map(({ name }) => name);
  if (names.includes(collection)) return;
  throw new AppError(
    "invalid_input",
    `There is no collection "${collection}". There are: ${names.toSorted().join(", ")}.`,
  );
}

function parseFilter(text: string): object {
  try {
    const filter: unknown = JSON.parse(text);
    if (typeof filter === "object" && filter !== null) return filter;
  } catch {
    // Said below.
  }
  throw new InvalidArgumentError(
    `A filter is JSON in single quotes, for example '{"status":{"_eq":"failed"}}'.`,
  );
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit > 0 && limit <= mostRows) return limit;
  throw new InvalidArgumentError(
    `It is a whole number from 1 to ${mostRows}: more are not shown at once. --filter and --sort say which.`,
  );
}

function parseList(text: string): string[] {
  return text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}
