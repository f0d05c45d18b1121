import type { MailState } from "@genie/accounts";
import type { z } from "zod";
import type { Context } from "../directus.ts";
import { mailIsOn, mailTrouble } from "./send-letter.ts";

/** Whether letters go out: asks the mail server, without sending one. */
export async function mailState({
  env,
  services,
  getSchema,
}: Pick<Context, "env" | "getSchema" | "services">): Promise<z.infer<typeof MailState>> {
  if (!mailIsOn(env)) return { isOn: false, trouble: null };
  try {
    await new services.MailService({ schema: await getSchema() }).mailer.verify();
    return { isOn: true, trouble: null };
  } catch (error) {
    return { isOn: true, trouble: mailTrouble(error) };
  }
}
