import { setTimeout as wait } from "node:timers/promises";
import { type Answer, call, someAddress } from "@genie/testing";
import { leaksOf } from "./leaks.ts";
import type { OwnRows } from "./own-rows-of.ts";
import type { ProbedCollection } from "./probed-collection.ts";
import type { CallerKind, Rights } from "./rights-of.ts";

export type Probe = {
  name: string;
  method: string;
  path: string;
  body?: object | undefined;
  /** `silent`: whatever the status, nothing of another person's is in the answer. */
  expect: "answered" | "refused" | "silent";
  /** Whether there may be no such route. */
  mayBeMissing?: true;
  /** The same question without a match; both answers must be alike. */
  unlike?: Pick<Probe, "body" | "path">;
  /** What is wrong with an answer, if anything. */
  check?: (answer: Answer) => string | undefined;
};

/** A stranger has no token, and comes from another address each time. */
export type Caller = { kind: CallerKind; token?: string; address?: string };

/** Those who see the rows of everybody, sealed values as they are stored. */
export const isOverseer = (kind: CallerKind): boolean =>
  kind === "worker" || kind === "administrator";

/** What a list of probes is made from. */
export type Scene = {
  kind: CallerKind;
  collection: ProbedCollection;
  collections: ReadonlyMap<string, ProbedCollection>;
  rights: Rights;
  rightsOn: (collection: ProbedCollection) => Rights;
  me: OwnRows;
  victim: OwnRows;
};

/** Asks, and says in one line what is not as it should be; nothing when all is well. */
export async function ask(
  probe: Probe,
  caller: Caller,
  victim: OwnRows,
): Promise<{ answer: Answer; surprises: string[] }> {
  const answer = await send(probe, probe, caller);
  const sent = `${decodeURIComponent(probe.path)} ${JSON.stringify(probe.body ?? "")}`;
  const problems = [
    ...leaksOf(answer, { victim, sent, maySealed: isOverseer(caller.kind) }).map(
      (leak) => `the answer holds ${leak}`,
    ),
    ...(probe.expect === "refused" && answer.status < 400 ? ["it was not refused"] : []),
    ...(probe.expect === "answered" && answer.status >= 400 ? ["it was refused"] : []),
    // An operator that a column's type does not have is Directus' error, and tells nothing.
    ...(answer.status >= 500 && probe.method !== "GET" ? ["it failed"] : []),
    ...(turnedAway(probe, answer) ? ["it was turned away before any right was asked"] : []),
  ];
  const wrong = probe.check?.(answer);
  if (wrong !== undefined) problems.push(wrong);
  if (probe.unlike) {
    const other = await send(probe, probe.unlike, caller);
    if (!alike(answer, other)) problems.push(`no match answers otherwise: ${brief(other)}`);
  }
  return {
    answer,
    surprises: problems.map(
      (problem) =>
        `${caller.kind}: ${probe.name}: ${problem}\n    ${probe.method} ${decodeURIComponent(probe.path)} ${JSON.stringify(probe.body ?? "")}\n    ${brief(answer)}`,
    ),
  };
}

/** Too many requests, too busy, no such user, no such route: an answer that says nothing of rights. */
const turnedAway = ({ mayBeMissing, path }: Probe, { status }: Answer) =>
  status === 429 ||
  status === 503 ||
  (status === 404 && mayBeMissing !== true) ||
  (status === 401 && !path.includes("access_token"));

/** A collection with many fields is asked about more often than one may ask in a minute. */
async function send(
  { method }: Probe,
  { path, body }: Pick<Probe, "body" | "path">,
  { token, address = someAddress() }: Caller,
): Promise<Answer> {
  const asked = { token, from: address, ...(body === undefined ? {} : { body }) };
  const answer = await call(method, path, asked);
  if (answer.status !== 429) return answer;
  await wait(Number(answer.headers.get("retry-after")) * 1000);
  return call(method, path, asked);
}

function alike(a: Answer, b: Answer): boolean {
  if (a.status !== b.status) return false;
  return a.status >= 400 || a.text === b.text;
}

const brief = ({ status, text }: Answer) => `${status} ${text.slice(0, 300)}`;
