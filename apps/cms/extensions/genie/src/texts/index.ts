import { TextReplaceRequest } from "@genie/schema";
import { answering, readBody } from "../answering.ts";
import { asksHerself } from "../caller.ts";
import type { Endpoint } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { replaceText } from "./replace-text.ts";

/**
 * `POST /texts/replace`: for a page that saves as a person types, and may have begun from words that are
 * no longer there. The shapes are in `packages/schema/src/text-requests.ts`.
 */
export const texts: Endpoint = {
  id: "texts",
  handler: (router, context) => {
    router.post(
      "/replace",
      answering(async ({ accountability, body }) => {
        if (!asksHerself(accountability)) {
          throw refusal(
            "FORBIDDEN",
            "Only a person who is signed in herself writes here; a program changes the row. Nothing was saved.",
          );
        }
        return replaceText(context, accountability, readBody(TextReplaceRequest, body));
      }),
    );
  },
};
