import type { IncomingMessage } from "node:http";
import {
  createProbes,
  createReadiness,
  requestId,
  parentOf,
  watchProcess,
  watchRequest,
} from "@genie/telemetry";
import type { RequestHandler } from "express";
import type { Hook } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { checksOf } from "./checks.ts";
import { routeOf } from "./route-of.ts";
import { watchInstallation } from "./watch-installation.ts";

/**
 * Lets others see how Directus and the gate are: `/health`, `/ready` and `/metrics`, the id of each request in its log
 * lines, durations by route, and what the database and the queues hold.
 */
export const observe: Hook = ({ init }, context) => {
  const env = gateEnv(context.env);
  const probes = createProbes({
    ready: createReadiness(checksOf(context)),
    token: env.METRICS_TOKEN,
    isInside,
  });
  watchProcess("directus");
  watchInstallation(context);

  init("app.before", ({ app }) => {
    app.use((request, response, next) => {
      if (probes(request, response)) return;
      watchRequest(request, response, { route: routeOf, parent: parentOf }, () => {
        Object.assign(request, { id: requestId() });
        next();
      });
    });
  });
  // Directus' own line about the request is written by a logger that it has put there.
  init("middlewares.after", ({ app }) => {
    app.use(nameInLog);
  });
};

/** What came through the dashboard's server says so. */
const isInside = ({ headers }: IncomingMessage) => headers["x-genie-proxy"] === undefined;

type Logging = { log?: { setBindings?: (bindings: object) => void } };

const nameInLog: RequestHandler = (request, _response, next) => {
  (request as Logging).log?.setBindings?.({ requestId: requestId() });
  next();
};
