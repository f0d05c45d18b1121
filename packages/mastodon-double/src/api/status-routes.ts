import { Hono } from "hono";
import { setTimeout as wait } from "node:timers/promises";
import { notFound } from "../api-error.ts";
import { statusEntity } from "../entities.ts";
import { newId, type State, type Status } from "../state.ts";
import { checkStatus, readNewStatus } from "../validate-status.ts";
import { readBody } from "./read-body.ts";
import { signedIn } from "./signed-in.ts";

const keyMs = 60 * 60_000;

/** `methods/statuses`: make, see and delete. */
export function statusRoutes(state: State): Hono {
  const app = new Hono();
  app.post("/", async (context) => {
    const account = signedIn(state, context);
    const key = context.req.header("idempotency-key");
    const known = key === undefined ? undefined : madeWith(state, account.id, key);
    if (known !== undefined) return context.json(statusEntity(state, known));
    const wanted = readNewStatus(await readBody(context));
    checkStatus(state, account, wanted);
    // As in Mastodon the key is noted at the end, so a repeat meanwhile makes another (mastodon#21840).
    if (state.settings.status_ms > 0) await wait(state.settings.status_ms);
    const status: Status = {
      ...wanted,
      id: newId(),
      accountId: account.id,
      createdAt: new Date(),
    };
    state.statuses.push(status);
    for (const id of status.mediaIds) {
      const media = state.media.get(id);
      if (media) media.statusId = status.id;
    }
    if (key !== undefined) {
      state.keys.set(`${account.id}:${key}`, { statusId: status.id, until: Date.now() + keyMs });
    }
    return context.json(statusEntity(state, status));
  });
  app.get("/:id", (context) => {
    const account = signedIn(state, context);
    const status = requireStatus(state, context.req.param("id"));
    const isHidden = ["direct", "private"].includes(status.visibility);
    if (isHidden && status.accountId !== account.id) throw notFound();
    return context.json(statusEntity(state, status));
  });
  app.delete("/:id", (context) => {
    const account = signedIn(state, context);
    const status = requireStatus(state, context.req.param("id"));
    if (status.accountId !== account.id) throw notFound();
    state.statuses.splice(state.statuses.indexOf(status), 1);
    return context.json({ ...statusEntity(state, status), text: status.text });
  });
  return app;
}

function requireStatus(state: State, id: string): Status {
  const status = state.statuses.find((one) => one.id === id);
  if (status === undefined) throw notFound();
  return status;
}

function madeWith({ keys, statuses }: State, accountId: string, key: string): Status | undefined {
  const noted = keys.get(`${accountId}:${key}`);
  if (noted === undefined || noted.until <= Date.now()) return undefined;
  const status = statuses.find(({ id }) => id === noted.statusId);
  // It was deleted since, for which Mastodon has no other answer.
  if (status === undefined) throw notFound();
  return status;
}
