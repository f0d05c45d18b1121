import type { Hook } from "../directus.ts";
import { layOutHtml } from "./lay-out.ts";
import { mailState } from "./mail-state.ts";
import { mailIsOn } from "./send-letter.ts";

type Letter = {
  subject?: string;
  html?: string;
  text?: string;
  template?: { name: string; data: { html?: unknown } };
};

/**
 * Without a mail server no mail is tried: Directus would start a sendmail that may not be there. A notification
 * goes out laid out as letters of ours are. A start says what is wrong with the mail server.
 */
export const mail: Hook = ({ filter, action }, context) => {
  const { env, logger } = context;

  filter<Letter | null>("email.send", (letter) => {
    if (letter === null || !mailIsOn(env)) return null;
    const html = letter.template?.data.html;
    if (letter.template?.name !== "base" || typeof html !== "string") return letter;
    const { template: _template, ...rest } = letter;
    const laidOut = layOutHtml(letter.subject ?? "", html);
    // Directus takes the HTML from what it handed over, not from what it gets back.
    letter.html = laidOut.html;
    return { ...rest, ...laidOut };
  });

  action("server.start", async () => {
    const { trouble } = await mailState(context);
    if (trouble !== null) logger.warn({ reason: trouble }, "no letter can be sent");
  });
};
