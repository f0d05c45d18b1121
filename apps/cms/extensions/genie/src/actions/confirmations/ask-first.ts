import { randomUUID } from "node:crypto";
import { isSecretName } from "@genie/actions";
import { type ActionAnswer, type ActionPreview, confirmationLifeMs } from "@genie/schema";
import type { Context } from "../../directus.ts";
import { gateEnv } from "../../gate-env.ts";
import { refusal } from "../../refusals.ts";
import type { Asked } from "../act.ts";
import type { Action } from "../find-action.ts";
import { notifyPerson } from "../step-tools/notify-person.ts";
import { fingerprint } from "./fingerprint.ts";
import { sealParams } from "./sealed-params.ts";

const mostWaiting = 50;

/** Keeps an action until its person has answered, and tells her of it where a program asks. */
export async function askFirst(
  context: Context,
  { actor, slug, params, source }: Asked,
  action: Action,
  found: ActionPreview,
): Promise<ActionAnswer> {
  const { user } = actor.accountability;
  const env = gateEnv(context.env);
  const preview = withoutSecrets(found);
  const id = randomUUID();
  const expires_at = new Date(Date.now() + confirmationLifeMs).toISOString();
  const rows = new context.services.ItemsService("confirmations", {
    schema: await context.getSchema(),
    accountability: null,
  });
  await rows.createOne({
    id,
    user_id: user,
    action_slug: slug,
    source,
    asked_as: actor.program,
    params: sealParams(env, params, { id, user }),
    params_hash: fingerprint({ slug, steps: action.steps, params, preview }),
    preview,
    expires_at,
  });
  // In a chat, and by hand, she is looking at it.
  if (actor.program !== null && source !== "chat" && !(await isToldAlready(context, user))) {
    await notifyPerson(context, user, {
      subject: "Something waits for your yes",
      message:
        "A program wants to do something in your name. Nothing was done yet. See what it would do, and say yes or no, within five minutes; after that it is off by itself.",
      link: `/app/actions?confirm=${id}`,
      about: { collection: "confirmations", item: id },
    });
  }
  return { status: "confirm", confirmation: { id, preview, expires_at } };
}

/** What its person sees is kept and logged nowhere else, but a password is nobody's to read. */
export const withoutSecrets = ({ lines, ...preview }: ActionPreview): ActionPreview => ({
  ...preview,
  lines: lines.map((line) =>
    isSecretName(line.label) ? { label: line.label, value: "(not shown)" } : line,
  ),
});

/** Whether a line that she has not read tells of something that waits still. */
async function isToldAlready({ database }: Context, user: string): Promise<boolean> {
  const told = await database("confirmations")
    .where({ user_id: user, status: "pending" })
    .andWhereRaw("expires_at > clock_timestamp()")
    .andWhereRaw(
      `id::text in (select item from directus_notifications
                     where recipient = ? and status = 'inbox' and collection = 'confirmations')`,
      [user],
    )
    .first<{ id: string } | undefined>("id");
  return told !== undefined;
}

/** Throws CONFLICT when as much waits for a person as may. */
export async function requireRoom({ database }: Context, user: string): Promise<void> {
  const waiting = await database("confirmations")
    .where({ user_id: user, status: "pending" })
    .andWhereRaw("expires_at > clock_timestamp()")
    .limit(mostWaiting)
    .select("id");
  if (waiting.length < mostWaiting) return;
  throw refusal(
    "CONFLICT",
    `${mostWaiting} things wait for your yes already, which is the most. Nothing more was asked; answer those first.`,
  );
}
