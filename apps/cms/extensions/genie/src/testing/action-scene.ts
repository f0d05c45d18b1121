import { randomUUID } from "node:crypto";
import type { ActionAnswer, ActionFailure, ActionRequest } from "@genie/schema";
import { type Answer, call, type TestDatabase, type TestUser } from "@genie/testing";

/** Who has an action run: a person, or her program by its token. */
export type Asking = { token: string; address?: string };

export const runAction = (
  { token, address }: Asking,
  slug: string,
  request: ActionRequest | object = {},
  to?: string,
): Promise<Answer> =>
  call("POST", `/actions/${slug}`, { token, from: address, body: request, ...(to && { to }) });

export const answer = ({ token, address }: Asking, id: string, said: "confirm" | "decline") =>
  call("POST", `/actions/confirmations/${id}`, { token, from: address, body: { answer: said } });

/** The id of what waits. Throws when nothing does. */
export function waitingIn({ data, text }: Answer): string {
  const given = data as ActionAnswer | undefined;
  if (given?.status !== "confirm") throw new Error(`Nothing waits: ${text}`);
  return given.confirmation.id;
}

/** What a run answered. Throws when it was not done. */
export function resultOf({ data, text }: Answer): Record<string, unknown> {
  const given = data as ActionAnswer | undefined;
  if (given?.status !== "done") throw new Error(`It was not done: ${text}`);
  return Object(given.result) as Record<string, unknown>;
}

export type AuditRow = {
  id: string;
  action_slug: string;
  status: string;
  source: string;
  effect: string | null;
  params: Record<string, unknown>;
  result: unknown;
  steps: { key: string; status: string }[];
  error_message: string | null;
  duration_ms: number;
};

/** What was run in somebody's name, oldest first. */
export async function auditsOf(database: TestDatabase, user: string): Promise<AuditRow[]> {
  const { rows } = await database.query<AuditRow>(
    "select * from agent_audits where user_id = $1 order by executed_at, id",
    [user],
  );
  return rows;
}

/** A program's token of somebody. */
export async function tokenOf(
  { token, address }: TestUser,
  scopes: readonly string[],
  asks_first: boolean,
): Promise<Asking> {
  const made = await call("POST", "/tokens", {
    token,
    from: address,
    body: { name: "a program", scopes, expires_in_days: 1, asks_first },
  });
  return { token: (made.data as { token: string }).token };
}

export async function profileOf({ token, address }: TestUser): Promise<string> {
  const made = await call("POST", "/items/creator_profiles", {
    token,
    from: address,
    body: { platform: "sandbox", username: randomUUID() },
  });
  return (made.data as { id: string }).id;
}

/** What `text/event-stream` held, in its order. */
export function eventsIn(
  text: string,
): { event: string; data: ActionAnswer | ActionFailure | { key: string; status: string } }[] {
  return text
    .split("\n\n")
    .filter((block) => block !== "")
    .map((block) => {
      const [event = "", data = ""] = block.split("\n").map((line) => line.replace(/^\w+: /, ""));
      return { event, data: JSON.parse(data) };
    });
}
