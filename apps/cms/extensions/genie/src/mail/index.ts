import type { Hook, Payload } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";

/** Without a mail server no mail is tried: Directus would start a sendmail that may not be there. */
export const mail: Hook = ({ filter }, { env }) => {
  const { EMAIL_SMTP_HOST: host } = gateEnv(env);
  filter<Payload | null>("email.send", (letter) => (host === undefined ? null : letter));
};
