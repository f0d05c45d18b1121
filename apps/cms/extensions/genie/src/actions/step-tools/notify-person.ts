import type { Context } from "../../directus.ts";
import { gateEnv } from "../../gate-env.ts";

type Message = {
  subject: string;
  message: string;
  /** A page of the dashboard, from `/` on. */
  link?: string;
  /** The row that it is about. */
  about?: { collection: string; item: string };
};

/** Puts a line into a person's notifications. */
export async function notifyPerson(
  { services, getSchema, env }: Context,
  recipient: string,
  { subject, message, link, about }: Message,
): Promise<void> {
  const notifications = new services.NotificationsService({
    schema: await getSchema(),
    accountability: null,
  });
  const address = link === undefined ? [] : [`${gateEnv(env).origin}${link}`];
  await notifications.createOne({
    recipient,
    subject,
    message: [message, ...address].join("\n\n"),
    ...about,
  });
}
