import { requestId } from "@genie/telemetry/request-id";
import type { Context, Endpoint, Hook } from "./directus.ts";

/** A part of the gate whose log lines name the request that they belong to. */
export const hookNamingRequests =
  (hook: Hook): Hook =>
  (events, context) =>
    hook(events, withNames(context));

/** The same of an endpoint. */
export const endpointNamingRequests = ({ id, handler }: Endpoint): Endpoint => ({
  id,
  handler: (router, context) => handler(router, withNames(context)),
});

function withNames(context: Context): Context {
  const { logger } = context;
  return {
    ...context,
    logger: {
      info: (fields, message) => logger.info(named(fields), message),
      warn: (fields, message) => logger.warn(named(fields), message),
    },
  };
}

const named = (fields: object) => ({ ...fields, requestId: requestId() });
