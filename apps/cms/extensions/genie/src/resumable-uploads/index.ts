import type { Request, RequestHandler } from "express";
import type { Context, GateRequest, Hook } from "../directus.ts";
import { type GateEnv, gateEnv } from "../gate-env.ts";
import { refusal } from "../refusals.ts";
import { continueUpload, createUpload, endUpload, tellUpload } from "./receive-by-tus.ts";
import { requireUploader } from "./require-uploader.ts";

/**
 * `/files/tus`: resumable uploads (tus 1.0.0), one file of the caller's own each. Directus' own route is
 * behind it and never reached, because it believes what the caller says the file is.
 */
export const resumableUploads: Hook = ({ init }, context) => {
  const env = gateEnv(context.env);
  const receive: RequestHandler = (request, response, next) => {
    response.on("finish", () => discardBody(request));
    // Directus has put its own fields on the request by now.
    const ours = request as unknown as GateRequest;
    route(context, env, { request: ours, response }).then(undefined, next);
  };
  init("routes.before", ({ app }) => {
    app.use("/files/tus", receive);
  });
};

async function route(
  context: Context,
  env: GateEnv,
  { request, response }: { request: GateRequest; response: Parameters<RequestHandler>[1] },
): Promise<void> {
  const uploader = await requireUploader(request.accountability, {
    schema: await context.getSchema(),
    knex: context.database,
  });
  const receiving = { request, response, uploader, context, env };
  const [id = ""] = request.path.split("/").filter((part) => part !== "");
  const path = id === "" ? "/" : "/:id";
  switch (`${request.method} ${path}`) {
    case "POST /":
      return createUpload(receiving);
    case "PATCH /:id":
      return continueUpload(receiving, id);
    case "HEAD /:id":
      return tellUpload(receiving, id);
    case "DELETE /:id":
      return endUpload(receiving, id);
    default:
      throw refusal("NOT_FOUND", "Resumable uploads know POST, PATCH, HEAD and DELETE alone.");
  }
}

/** What was refused in its midst still comes; a browser listens to the answer only when it has sent all. */
function discardBody(request: Request): void {
  if (request.readableEnded || request.destroyed) return;
  request.removeAllListeners("data");
  request.resume();
}
