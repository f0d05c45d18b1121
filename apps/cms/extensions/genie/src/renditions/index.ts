import { PreparedReport, type RenditionSize, renditionSizes } from "@genie/schema";
import type { Request } from "express";
import { z } from "zod";
import { answering } from "../answering.ts";
import type { Endpoint, GateRequest } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { forWorker, requireWorker } from "../worker-only.ts";
import { keepRendition } from "./keep-rendition.ts";
import { sendRendition } from "./send-rendition.ts";
import { takePrepared } from "./take-prepared.ts";

const sizes = Object.keys(renditionSizes) as [RenditionSize, ...RenditionSize[]];
const OfFile = z.object({ file: z.uuid() });
const OfSize = OfFile.extend({ size: z.enum(sizes) });

/**
 * `GET /renditions/<file>/<size>`: a small picture of a stored file, for its owner. The worker makes them:
 * `PUT` keeps one, and `POST /renditions/<file>/prepared` says that all are there, or why none can be.
 */
export const renditions: Endpoint = {
  id: "renditions",
  handler: (router, context) => {
    router.get("/:file/:size", (request, response, next) => {
      // Whoever asked has gone away, or sees that it is cut off.
      const fail = (error: unknown) => (response.headersSent ? response.destroy() : next(error));
      const asked = request as unknown as GateRequest;
      sendRendition(context, asked, response, read(OfSize, request)).catch(fail);
    });
    router.put(
      "/:file/:size",
      answering(async (request) => {
        requireWorker(request);
        return keepRendition(context, request, read(OfSize, request));
      }),
    );
    router.post(
      "/:file/prepared",
      forWorker(PreparedReport, (report, _worker, request) =>
        takePrepared(context, read(OfFile, request).file, report),
      ),
    );
  },
};

function read<Shape extends z.ZodType>(
  shape: Shape,
  { params }: Pick<Request, "params">,
): z.output<Shape> {
  const parsed = shape.safeParse(params);
  if (parsed.success) return parsed.data;
  throw refusal("NOT_FOUND", `There is no such picture; sizes are: ${sizes.join(", ")}.`);
}
