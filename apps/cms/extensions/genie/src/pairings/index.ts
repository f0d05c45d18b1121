import { CaptureRequest, RedeemRequest, WipeRequest } from "@genie/pairing";
import { z } from "zod";
import { answering, readBody } from "../answering.ts";
import { callerOf } from "../caller.ts";
import type { Endpoint, GateRequest } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { refusal } from "../refusals.ts";
import { createPairing } from "./create-pairing.ts";
import { describePlatforms } from "./describe-platforms.ts";
import { leave, type PairedBrowser, pairedBrowser } from "./paired-browser.ts";
import { redeemPairing } from "./redeem-pairing.ts";
import { takeSession } from "./take-session.ts";
import { userWhoMayPair } from "./user-who-may-pair.ts";
import { wipeSession } from "./wipe-session.ts";

/**
 * `/pairings`: a person makes a code, an extension redeems it and from then on hands over the sessions of
 * her browser. The shapes are in `packages/pairing`; what a paired browser may call is listed in
 * `harden/extension-calls.ts`.
 */
export const pairings: Endpoint = {
  id: "pairings",
  handler: (router, context) => {
    const { platforms } = gateEnv(context.env);
    const open = platforms.filter(({ connectBy }) => connectBy.includes("extension"));
    const forExtension = (work: (browser: PairedBrowser, body: unknown) => Promise<unknown>) =>
      answering(async (request) => {
        requireExtension(request);
        return work(await pairedBrowser(context, request), request.body);
      });

    router.post(
      "/",
      answering(async ({ accountability, body }) => {
        readBody(z.strictObject({}), body);
        return createPairing(context, userWhoMayPair(accountability));
      }),
    );
    router.post(
      "/redeem",
      answering(async ({ body }) => redeemPairing(context, readBody(RedeemRequest, body))),
    );
    router.get(
      "/platforms",
      forExtension((browser) => describePlatforms(context, open, browser)),
    );
    router.post(
      "/sessions",
      forExtension((browser, body) =>
        takeSession(context, open, browser, readBody(CaptureRequest, body)),
      ),
    );
    router.post(
      "/wipe",
      forExtension((browser, body) =>
        wipeSession(context, browser, readBody(WipeRequest, body).account_id),
      ),
    );
    router.post(
      "/leave",
      forExtension((browser) => leave(context, browser)),
    );
  },
};

function requireExtension({ accountability }: GateRequest): void {
  if (callerOf(accountability) === "extension") return;
  throw refusal("FORBIDDEN", "Only a paired browser may do this. Nothing was changed.");
}
