import { Hono } from "hono";
import { accountEntity, statusEntity } from "../entities.ts";
import { notFound } from "../api-error.ts";
import type { State } from "../state.ts";
import { signedIn } from "./signed-in.ts";

const mostInPage = 40;
const usualInPage = 20;

/** `methods/accounts`: verify_credentials, and the statuses of an account in pages (`api/guidelines#pagination`). */
export function accountRoutes(state: State): Hono {
  const app = new Hono();
  app.get("/verify_credentials", (context) => {
    const account = signedIn(state, context);
    return context.json({
      ...accountEntity(state, account),
      source: { note: "", fields: [], privacy: "public", sensitive: false, language: "en" },
    });
  });
  app.get("/:id/statuses", (context) => {
    signedIn(state, context);
    const account = state.accounts.find(({ id }) => id === context.req.param("id"));
    if (account === undefined) throw notFound();
    const { limit, max_id: before } = context.req.query();
    const most = Math.min(mostInPage, Number(limit ?? usualInPage));
    const all = state.statuses
      .filter(({ accountId, id }) => accountId === account.id && isBefore(id, before))
      .toReversed();
    const page = all.slice(0, most);
    const last = page.at(-1);
    if (last !== undefined) {
      const address = (query: string) =>
        `<${state.url}/api/v1/accounts/${account.id}/statuses?limit=${most}&${query}>`;
      const links = [
        ...(all.length > most ? [`${address(`max_id=${last.id}`)}; rel="next"`] : []),
        `${address(`min_id=${page[0]?.id ?? ""}`)}; rel="prev"`,
      ];
      context.header("Link", links.join(", "));
    }
    return context.json(page.map((status) => statusEntity(state, status)));
  });
  return app;
}

const isBefore = (id: string, before: string | undefined) =>
  before === undefined || BigInt(id) < BigInt(before);
