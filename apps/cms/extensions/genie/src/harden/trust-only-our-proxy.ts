import { equalSecrets } from "@genie/crypto";
import type { RequestHandler } from "express";

const forwardingHeaders = ["forwarded", "x-real-ip", "x-client-ip", "true-client-ip"];

/**
 * Believes forwarding headers only from our own proxy, which proves itself with a secret. Else
 * anybody could choose the address that limits and logs see.
 */
export function trustOnlyOurProxy(secret: string): RequestHandler {
  return (request, _response, next) => {
    const proof = request.headers["x-genie-proxy"];
    const isOurs = typeof proof === "string" && equalSecrets(proof, secret);
    delete request.headers["x-genie-proxy"];
    for (const name of Object.keys(request.headers)) {
      const forwards = name.startsWith("x-forwarded-") || forwardingHeaders.includes(name);
      if (forwards && !(isOurs && name.startsWith("x-forwarded-"))) delete request.headers[name];
    }
    next();
  };
}
