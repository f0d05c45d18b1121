import { Hono } from "hono";
import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { ApiError, notFound } from "./api-error.ts";
import { newId, newToken, type State, type Status, usualSettings } from "./state.ts";

const NewAccount = z.strictObject({ username: z.string().regex(/^\w{1,30}$/) });
const Change = z
  .strictObject({
    ...(Object.fromEntries(
      Object.keys(usualSettings).map((name) => [name, z.int().nonnegative()]),
    ) as Record<keyof typeof usualSettings, z.ZodInt>),
    supported_mime_types: z.array(z.string()),
  })
  .partial();

/**
 * What tests order, with the admin token: `POST /accounts`, `POST /accounts/:username/revoke`,
 * `GET /accounts/:username/statuses` (newest first), `DELETE /statuses/:id`, as a moderator does, and
 * `PATCH /settings`.
 */
export function adminRoutes(state: State, adminToken: string): Hono {
  const app = new Hono();
  const find = (username: string) => {
    const account = state.accounts.find((one) => one.username === username);
    if (account === undefined) throw notFound();
    return account;
  };
  app.use(async (context, next) => {
    if (!isSame(context.req.header("authorization") ?? "", `Bearer ${adminToken}`)) {
      throw new ApiError(401, "The admin token is missing or wrong.");
    }
    await next();
  });
  app.post("/accounts", async (context) => {
    const { username } = NewAccount.parse(await context.req.json());
    if (state.accounts.some((one) => one.username === username)) {
      throw new ApiError(422, "This username is taken.");
    }
    const account = { id: newId(), username, token: newToken(), isRevoked: false };
    state.accounts.push(account);
    return context.json({ id: account.id, username, token: account.token });
  });
  app.post("/accounts/:username/revoke", (context) => {
    find(context.req.param("username")).isRevoked = true;
    return context.json({});
  });
  app.get("/accounts/:username/statuses", (context) => {
    const { id } = find(context.req.param("username"));
    const own = state.statuses.filter(({ accountId }) => accountId === id).toReversed();
    return context.json({ statuses: own.map((status) => asAdmin(state, status)) });
  });
  app.delete("/statuses/:id", (context) => {
    const at = state.statuses.findIndex(({ id }) => id === context.req.param("id"));
    if (at < 0) throw notFound();
    state.statuses.splice(at, 1);
    return context.json({});
  });
  app.patch("/settings", async (context) => {
    const change = Change.parse(await context.req.json());
    Object.assign(state.settings, change);
    return context.json(state.settings);
  });
  return app;
}

function asAdmin(state: State, status: Status) {
  const { id, text, spoilerText, isSensitive, visibility, createdAt, mediaIds } = status;
  const media = mediaIds.flatMap((mediaId) => state.media.get(mediaId) ?? []);
  return {
    id,
    text,
    spoiler_text: spoilerText,
    sensitive: isSensitive,
    visibility,
    created_at: createdAt.toISOString(),
    media: media.map(({ id: mediaId, mime, description, bytes }) => ({
      id: mediaId,
      mime,
      description,
      size: bytes.length,
    })),
  };
}

function isSame(said: string, right: string): boolean {
  const [one, other] = [Buffer.from(said), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
