import {
  DeletionProgressRequest,
  DeletionRequest,
  deletionPhrase,
  ExportRequest,
} from "@genie/schema";
import type { Response } from "express";
import { z } from "zod";
import { personOf } from "../account/person.ts";
import { answering, readBody } from "../answering.ts";
import type { Endpoint, GateRequest } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { readDeletion } from "./deletion/read-deletion.ts";
import { startDeletion } from "./deletion/start-deletion.ts";
import { sendExport } from "./export/send-export.ts";
import { startExport } from "./export/start-export.ts";
import { receiveImport } from "./import/receive-import.ts";
import { requireOperator } from "../operator-only.ts";
import { herselfOrOperator, whoseData } from "./whose-data.ts";

/**
 * `POST /your-data/exports`, then `GET /your-data/exports/<ticket>`: everything that a person owns as one ZIP, for her
 * alone or the operator. `POST /your-data/imports` takes such a ZIP and brings it in.
 * `POST /your-data/transfers/<id>/stop` ends either. `POST /your-data/deletion`: deletes her with all
 * of it; `POST /your-data/deletion/progress` says how far that is. The shapes are in `packages/schema/src/your-data.ts`.
 */
export const yourData: Endpoint = {
  id: "your-data",
  handler: (router, context) => {
    router.post(
      "/exports",
      answering(async (request) => {
        const asked = readBody(ExportRequest, request.body);
        return startExport(context, await whoseData(context, request, asked));
      }),
    );
    router.post(
      "/transfers/:id/stop",
      answering(async (request) => {
        const user = personOf(request.accountability).user;
        const id = readBody(z.uuid(), request.params["id"]);
        const stopped = await context
          .database("data_transfers")
          .where({ id, user_id: user })
          .whereIn("status", ["ready", "running"])
          .update({ status: "cancelled", completed_at: context.database.raw("clock_timestamp()") });
        return { stopped: stopped > 0 };
      }),
    );
    router.get("/exports/:ticket", (request, response, next) => {
      // Whoever asked has gone away, or sees that it is cut off.
      const fail = (error: unknown) => (response.headersSent ? response.destroy() : next(error));
      download(request as unknown as GateRequest, response).catch(fail);
    });
    router.post(
      "/imports",
      answering((request) =>
        receiveImport(context, request, personOf(request.accountability).user),
      ),
    );
    router.post(
      "/imports/:user",
      answering(async (request) => {
        requireOperator(request);
        return receiveImport(context, request, readBody(z.uuid(), request.params["user"]));
      }),
    );
    router.post(
      "/deletion",
      answering(async (request) => {
        const asked = readBody(DeletionRequest, request.body);
        if ("phrase" in asked && asked.phrase.trim().toLowerCase() !== deletionPhrase) {
          throw refusal("INVALID_PAYLOAD", `Type "${deletionPhrase}". Nothing was deleted.`);
        }
        const user = await whoseData(context, request, asked);
        return startDeletion(context, user, "user" in asked ? "operator" : "herself");
      }),
    );
    // In the body, since whatever stands in a path stands in logs of proxies.
    router.post(
      "/deletion/progress",
      answering(({ body }) =>
        readDeletion(context.database, readBody(DeletionProgressRequest, body).ticket),
      ),
    );

    async function download(request: GateRequest, response: Response): Promise<void> {
      if (request.method !== "GET") throw refusal("NOT_FOUND", "A download is only fetched whole.");
      const user = herselfOrOperator(request);
      await sendExport(context, response, { ticket: request.params["ticket"] ?? "", user });
    }
  },
};
