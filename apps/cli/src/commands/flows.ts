import { readFileSync } from "node:fs";
import { createDirectusClient, runAction } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { openInstallation } from "@genie/stack";
import { Command, InvalidArgumentError } from "commander";

const examples = `
Examples:
  npm run genie -- flows run post-create --token-file ~/token --input '{"creator_profile_id":"<id>","caption":"Sunday"}'
  npm run genie -- flows run 9c9b4d0e-6f5b-4e0b-9d55-0b6f8a6c0a11 --collection creator_profiles --keys <id>

A slug is an action: it runs with the rights of the person whose API token is in the file (Settings, API tokens), on her own
rows, and what would publish, delete or message waits for her yes. An id is a flow of the panel: with a token it runs if
that person may start it; without one as the set-up service, which may start all of them.`;

type Options = {
  input?: Record<string, unknown>;
  tokenFile?: string;
  collection?: string;
  keys?: string[];
};

/** `genie flows`: starts what is otherwise started by the dashboard or an agent. */
export const flowsCommand = new Command("flows")
  .description("Run an action or a flow from the command line")
  .addCommand(
    new Command("run")
      .description("Run an action by its slug, or a flow of the panel by its id")
      .argument("<slug or id>")
      .option("--input <json>", "what it is given", parseInput)
      .option("--token-file <file>", "with the API token of the person whose rights it has")
      .option("--collection <name>", "for a flow: the collection of the rows that it is started on")
      .option("--keys <a,b>", "for a flow: the ids of these rows", parseKeys)
      .addHelpText("after", examples)
      .action(run),
  );

async function run(name: string, options: Options): Promise<void> {
  const { directus, adminToken } = openInstallation().running();
  const token = options.tokenFile === undefined ? null : readToken(options.tokenFile);
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-/.test(name)) {
    return trigger(`${directus}/flows/trigger/${name}`, token ?? adminToken, options);
  }
  if (token === null) {
    throw new AppError(
      "invalid_input",
      "An action runs with the rights of a person. Nothing was done; name a file with an API token of hers: --token-file <file>",
    );
  }
  const client = createDirectusClient({ url: directus, token });
  const outcome = await runAction(
    client,
    encodeURIComponent(name),
    { params: options.input ?? {} },
    {
      onStep: ({ key, status, message }) =>
        status !== "running" && progress(`${status} ${key} ${message ?? ""}`.trim()),
    },
  );
  process.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`);
  if (outcome.status === "failed") process.exitCode = 1;
}

async function trigger(
  url: string,
  token: string,
  { input, collection, keys }: Options,
): Promise<void> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ ...input, ...(collection && { collection }), ...(keys && { keys }) }),
  });
  const text = await answer.text();
  if (answer.ok) return void process.stdout.write(`${text === "" ? "Started." : text}\n`);
  const { errors } = JSON.parse(text) as { errors?: { message: string }[] };
  throw new AppError(
    "invalid_input",
    `The flow was not run: ${errors?.[0]?.message ?? answer.status}`,
  );
}

const progress = (line: string) => process.stderr.write(`${line}\n`);

function readToken(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (cause) {
    throw new AppError("not_found", `${path} can't be read. Nothing was done; correct the path.`, {
      cause,
    });
  }
}

function parseInput(text: string): Record<string, unknown> {
  try {
    const input: unknown = JSON.parse(text);
    if (typeof input === "object" && input !== null && !Array.isArray(input)) {
      return input as Record<string, unknown>;
    }
  } catch {
    // Said below.
  }
  throw new InvalidArgumentError(
    `It is a JSON object in single quotes, for example '{"topic":"Sunday"}'.`,
  );
}

function parseKeys(text: string): string[] {
  return text.split(",").map((key) => key.trim());
}
