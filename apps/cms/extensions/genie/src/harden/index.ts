import type { RequestHandler } from "express";
import { sharedCounts } from "../gate-counts.ts";
import { gateEnv } from "../gate-env.ts";
import type { Hook } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { keepAskersToActions } from "./asks-first.ts";
import { refuseClosedFlows } from "./closed-flows.ts";
import { refuseClosedRoutes } from "./closed-routes.ts";
import { countLogIns } from "./count-log-ins.ts";
import { countCodes, countPasswords, demandPassword } from "./counted-guesses.ts";
import { noteIssue } from "./issued-at.ts";
import { keepExtensionsToTheirCalls } from "./extension-calls.ts";
import { refuseForeignWrites } from "./foreign-writes.ts";
import { limitRequests } from "./limit-requests.ts";
import { refuseRiskyQueries } from "./risky-queries.ts";
import { refuseRevoked } from "./revoked-sessions.ts";
import { refuseStaticToken } from "./static-token.ts";
import { trustOnlyOurProxy } from "./trust-only-our-proxy.ts";

/** Closes what Directus 11.17.4 leaves open. Each file says what, and where it was shown. */
export const harden: Hook = ({ init, filter }, context) => {
  const { database, env: variables } = context;
  const env = gateEnv(variables);

  init("app.before", ({ app }) => {
    app.use(trustOnlyOurProxy(env.PROXY_SECRET));
    // Directus takes these before it asks who calls, and before any rule below.
    app.use("/deployments/webhooks", (_request, _response, next) => {
      next(refusal("FORBIDDEN", "This part of Directus is off."));
    });
    app.use((_request, response, next) => {
      response.setHeader("X-Content-Type-Options", "nosniff");
      next();
    });
  });

  init("middlewares.after", ({ app }) => {
    for (const handler of [
      refuseRevoked(database),
      refuseForeignWrites(env),
      keepExtensionsToTheirCalls(),
      keepAskersToActions(),
      refuseClosedRoutes(),
      refuseRiskyQueries(),
      limitRequests(sharedCounts(context)),
      // Last, because it asks the database.
      refuseClosedFlows(database),
    ]) {
      // Directus has put its own fields on the request by now.
      app.use(handler as unknown as RequestHandler);
    }
    for (const [path, handler] of [
      ["/auth/login", countLogIns(context)],
      ["/account/recover", countLogIns(context)],
      ["/users/me/tfa/generate", countPasswords(context)],
      ["/users/me/tfa/enable", demandPassword(context)],
      ["/users/me/tfa/disable", countCodes(context)],
    ] as const) {
      app.post(path, handler as unknown as RequestHandler);
    }
  });

  filter("auth.jwt", noteIssue);

  for (const event of ["users.create", "users.update"]) {
    filter<Record<string, unknown>>(event, refuseStaticToken);
  }
};
