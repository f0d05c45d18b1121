import { RotateRequest } from "@genie/schema";
import { z } from "zod";
import { answering, readBody } from "../answering.ts";
import type { Endpoint } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { requireOperator } from "../operator-only.ts";
import { forWorker } from "../worker-only.ts";
import { readKeyStatus } from "./key-status.ts";
import { rotate } from "./rotate.ts";

/**
 * `GET /keys/status` and `POST /keys/rotate`, the operator's: what is sealed with which key, and sealing it
 * again with the one that seals. `POST /keys/canaries`, the worker's: what its keys have to open. No plaintext
 * is in any answer. The shapes are in `packages/schema/src/keys.ts`.
 */
export const keys: Endpoint = {
  id: "keys",
  handler: (router, { database, env }) => {
    const { keyRing } = gateEnv(env);
    router.get(
      "/status",
      answering(async (request) => {
        requireOperator(request);
        return readKeyStatus(database, keyRing);
      }),
    );
    router.post(
      "/rotate",
      answering(async (request) => {
        requireOperator(request);
        return rotate(database, keyRing, readBody(RotateRequest, request.body));
      }),
    );
    router.post(
      "/canaries",
      forWorker(z.strictObject({}), async () =>
        database("sealing_keys").orderBy("key_id").pluck<string[]>("canary"),
      ),
    );
  },
};
