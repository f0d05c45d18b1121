import { normaliseEmail } from "@genie/accounts";

/** Whether a letter could go there. */
export const isEmail = (text: string | undefined): boolean =>
  text !== undefined && normaliseEmail(text) !== undefined;
