import { MailState } from "@genie/accounts";
import type { Installation } from "@genie/stack";
import { adminGet } from "./admin-get.ts";

/** What the mail server says to a log-in of ours; nothing is sent. */
export async function checkMail(installation: Installation): Promise<string | null> {
  const { trouble } = await adminGet(installation, "/account/mail", MailState);
  return trouble;
}
