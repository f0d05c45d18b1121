import { usualFans } from "../recipe/usual-words.ts";
import type { ReadRequest } from "@genie/browser-client";

/** The fans, for pages that are not what they were. */
export const readFans: ReadRequest = {
  fields: {
    total: { what: "the sentence that says how many fans there are" },
    next: { what: "the link to the next page", attributes: ["href"] },
  },
  rows: usualFans,
};
