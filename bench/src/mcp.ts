import { randomBytes, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { createApiToken } from "@genie/crypto";
import { AppError } from "@genie/errors";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { withBareDirectus } from "./bare-directus.ts";
import type { Benchmark, Outcome } from "./benchmark.ts";
import { type CaseRow, type ToolCase, toolCases } from "./mcp-cases.ts";
import { percentile, summarize } from "./measure.ts";
import { onPublishingStack, type PublishingStack } from "./publishing-stack.ts";

const warmUps = 3;
const rows = 200;
/** So that one person stays within what the gate lets one ask in a minute. */
const apartMs = 160;

/** Somebody with an API token of ours and, for Directus alone, one of its own. */
type Person = { id: string; ours: string; theirs: string };
type Places = { mcp: string; gate: string; bare: string };
type Answer = { ms: number; bytes: number };
/** One way to have the same done, and what it has answered. */
type Way = { answers: Answer[]; call: (row: CaseRow) => Promise<Answer> };

/**
 * Each tool of the MCP server beside Directus' own MCP endpoint and plain REST, one after the other in turn, with the
 * same user and rights; and what the list of the tools costs a model.
 */
export const mcp: Benchmark = {
  defaultRepetitions: 50,
  run: async ({ repetitions, signal }) => {
    const outcome: Outcome = {
      figures: {},
      plot: { title: "Tools for agents", unit: "milliseconds", bars: [] },
    };
    const settings = { ACTIONS_PER_DAY: "100000", ACTION_CHANGES_PER_DAY: "100000" };
    await onPublishingStack(settings, signal, async (stack) => {
      const people = {
        creator: await findPerson(stack, "u.email like 'bench-%'"),
        administrator: await findPerson(stack, "p.admin_access"),
      };
      await fill(stack, people.creator.id);
      await withBareDirectus(stack.database, async (bare) => {
        const run = JSON.parse(await readFile(stack.runFile, "utf8")) as { mcp: string };
        const places = { mcp: `${run.mcp}/mcp`, gate: stack.directus.url, bare };
        await measureList(outcome, places, people.creator, repetitions);
        for (const one of toolCases) {
          signal.throwIfAborted();
          await measureTool(outcome, { stack, places, person: people[one.as], one, repetitions });
        }
      });
    });
    return outcome;
  },
};

async function measureList(
  { figures }: Outcome,
  { mcp, bare }: Places,
  person: Person,
  repetitions: number,
): Promise<void> {
  const list = { jsonrpc: "2.0", id: 1, method: "tools/list", params: {} };
  const ours: Answer[] = [];
  const theirs: Answer[] = [];
  let tokens = 0;
  for (let n = -warmUps; n < repetitions; n += 1) {
    const { text, ...answer } = await post(mcp, person.ours, list);
    const other = await post(`${bare}/mcp`, person.theirs, list);
    if (n < 0) continue;
    ours.push(answer);
    theirs.push(other);
    const { result } = JSON.parse(text) as { result: { tools: unknown[] } };
    tokens = encode(JSON.stringify(result.tools)).length;
    await wait(apartMs);
  }
  figures["tools_list_tokens"] = summarize([tokens]);
  figures["tools_list_ms"] = summarize(ours.map(({ ms }) => ms));
  figures["tools_list_directus_ms"] = summarize(theirs.map(({ ms }) => ms));
  process.stderr.write(`tools/list: ${tokens} tokens\n`);
}

async function measureTool(
  { figures, plot }: Outcome,
  measured: {
    stack: PublishingStack;
    places: Places;
    person: Person;
    one: ToolCase;
    repetitions: number;
  },
): Promise<void> {
  const { stack, places, person, one, repetitions } = measured;
  // The gate lets no program change people but by actions.
  const [restUrl, restToken] =
    one.as === "administrator" ? [places.bare, person.theirs] : [places.gate, person.ours];
  const ours: Answer[] = [];
  const theirs: Answer[] = [];
  const rest: Answer[] = [];
  const { tool, theirs: theirsOf } = one;
  const ways: Way[] = [
    {
      answers: ours,
      call: (row) => callTool(places.mcp, person.ours, { name: tool, arguments: one.ours(row) }),
    },
    { answers: rest, call: (row) => ask(restUrl, restToken, one.rest(row)) },
  ];
  if (theirsOf) {
    const call = (row: CaseRow) => callTool(`${places.bare}/mcp`, person.theirs, theirsOf(row));
    ways.push({ answers: theirs, call });
  }
  for (let n = -warmUps; n < repetitions; n += 1) {
    const startedAt = performance.now();
    for (const { answers, call } of inTurn(ways, n)) {
      const answer = await call(await makeRow(stack, person.id));
      if (n >= 0) answers.push(answer);
    }
    if (n >= 0) await wait(Math.max(0, apartMs - (performance.now() - startedAt)));
  }
  const name = one.tool.replaceAll("-", "_");
  const times = (answers: readonly Answer[]) => answers.map(({ ms }) => ms);
  const [p50, p95] = [0.5, 0.95].map((part) => percentile(times(ours), part));
  const series: [string, string, readonly Answer[]][] = [
    ["", "ours", ours],
    ["_directus", "Directus' own", theirs],
    ["_rest", "REST", rest],
  ];
  for (const [suffix, series_, answers] of series.filter(([, , { length }]) => length > 0)) {
    const figure = summarize(times(answers));
    figures[`${name}${suffix}_ms`] = figure;
    figures[`${name}${suffix}_p95_ms`] = summarize([percentile(times(answers), 0.95)]);
    figures[`${name}${suffix}_bytes`] = summarize(answers.map(({ bytes }) => bytes));
    plot.bars.push({ label: one.tool, series: series_, figure });
  }
  const other = percentile(times(theirs), 0.5);
  if (theirs.length > 0) figures[`${name}_more_ms`] = summarize([(p50 ?? Number.NaN) - other]);
  const beside = Number.isNaN(other)
    ? "Directus' own has none"
    : `Directus' own p50 ${other.toFixed(1)} ms, ${theirs[0]?.bytes} bytes`;
  process.stderr.write(
    `${one.tool}: p50 ${p50?.toFixed(1)} ms, p95 ${p95?.toFixed(1)} ms, ${ours[0]?.bytes} bytes; ${beside}; REST p50 ${percentile(times(rest), 0.5).toFixed(1)} ms\n`,
  );
}

/** Each begins a round as often as the others, because the first one after a pause is the slowest. */
function inTurn<Of>(ways: readonly Of[], round: number): Of[] {
  const first = Math.abs(round) % ways.length;
  return [...ways.slice(first), ...ways.slice(0, first)];
}

async function callTool(url: string, token: string, params: object): Promise<Answer> {
  const { text, ...answer } = await post(url, token, {
    jsonrpc: "2.0",
    id: 1,
    method: "tools/call",
    params,
  });
  const { result } = JSON.parse(text) as { result?: { isError?: boolean } };
  if (!result || result.isError) throw failed(text);
  return answer;
}

function post(url: string, token: string, body: object): Promise<Answer & { text: string }> {
  return send(url, token, { method: "POST", body });
}

async function ask(
  base: string,
  token: string,
  { path, ...request }: { method: string; path: string; body?: object },
): Promise<Answer> {
  const { ms, bytes } = await send(`${base}${path}`, token, request);
  return { ms, bytes };
}

async function send(
  url: string,
  token: string,
  { method, body }: { method: string; body?: object },
): Promise<Answer & { text: string }> {
  const startedAt = performance.now();
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      accept: "application/json, text/event-stream",
      "content-type": "application/json",
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const ms = performance.now() - startedAt;
  if (!response.ok) throw failed(text);
  return { ms, bytes: Buffer.byteLength(text), text };
}

const failed = (text: string) =>
  new AppError("internal", `What is measured was refused: ${text.slice(0, 500)}`);

/** Gives the first active user of this kind a token of ours and one of Directus' own. */
async function findPerson({ database }: PublishingStack, kind: string): Promise<Person> {
  const { rows: found } = await database.query<{ id: string; administers: boolean }>(
    `select u.id, bool_or(coalesce(p.admin_access, false)) as administers
     from directus_users u left join directus_access a on a.role = u.role
     left join directus_policies p on p.id = a.policy
     where ${kind} and u.role is not null group by u.id limit 1`,
  );
  const [{ id, administers } = { id: "", administers: false }] = found;
  const { token, hash, hint } = createApiToken();
  const scopes = administers ? ["read", "write", "administer"] : ["read", "write"];
  await database.query(
    `insert into api_tokens (id, user_id, name, hash, hint, scopes, asks_first, expires_at)
     values ($1, $2, 'bench', $3, $4, $5, false, now() + interval '1 day')`,
    [randomUUID(), id, hash, hint, JSON.stringify(scopes)],
  );
  const theirs = randomBytes(32).toString("base64url");
  await database.query("update directus_users set token = $1 where id = $2", [theirs, id]);
  return { id, ours: token, theirs };
}

async function fill({ database }: PublishingStack, owner: string): Promise<void> {
  await database.query(
    `insert into saved_views (id, user_id, page, name, query)
     select gen_random_uuid(), $1, 'library', 'View ' || n, '{}' from generate_series(1, ${rows}) n`,
    [owner],
  );
  await database.query(
    `insert into directus_files (id, storage, filename_download, title, type, owner, uploaded_on)
     select gen_random_uuid(), 'local', 'file-' || n, 'File ' || n, 'image/png', $1, now()
     from generate_series(1, ${rows}) n`,
    [owner],
  );
}

/** What a case may change or take away. */
async function makeRow({ database }: PublishingStack, owner: string): Promise<CaseRow> {
  const view = randomUUID();
  const { rows: found } = await database.query<{ file: string | null; persona: string }>(
    `with view as (
       insert into saved_views (id, user_id, page, name, query) values ($1, $2, 'library', $3, '{}')
     ), persona as (
       insert into user_personas (id, user_id, timezone) values (gen_random_uuid(), $2, 'UTC')
       on conflict (user_id) do update set timezone = 'UTC' returning id
     )
     select (select id from directus_files where owner = $2 limit 1) as file, persona.id as persona from persona`,
    [view, owner, `Row ${view}`],
  );
  const [{ file, persona } = { file: null, persona: "" }] = found;
  return { view, file: file ?? "", user: owner, persona };
}
