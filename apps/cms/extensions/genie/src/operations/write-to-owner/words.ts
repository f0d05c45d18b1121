import type { PostState } from "@genie/schema";

export type Words = { subject: string; message: string };

/** The states of a post that its owner is told of. */
export const toldStates = [
  "failed",
  "missed",
  "unconfirmed",
] as const satisfies readonly PostState[];

/**
 * What to tell about a post, in words that anybody may see over her shoulder: no caption, account or
 * platform. What happened, whether anything was lost, what to do.
 */
export function wordsForPost(
  state: (typeof toldStates)[number],
  { id, planned }: { id: string; planned: string },
  dashboardUrl: string,
): Words {
  const { subject, text } = {
    failed: {
      subject: "A post did not go out",
      text: `The post that you planned for ${planned} did not go out. Nothing was lost: it is in your calendar as you made it. See there why, and choose a new time for it.`,
    },
    missed: {
      subject: "A post missed its time",
      text: `The post that you planned for ${planned} was not sent, because its time had passed and it is set not to go out late. Nothing was lost: it is in your calendar as you made it. Choose a new time for it.`,
    },
    unconfirmed: {
      subject: "A post may be out, or not",
      text: `It is not certain that the post that you planned for ${planned} went out. Nothing was lost, and it is not sent a second time before that is clear. Look on the platform, then see in your calendar what became of it.`,
    },
  }[state];
  return { subject, message: `${text}\n\n${dashboardUrl}/app/calendar?post=${id}` };
}

/** What to tell about an account whose session has ended. */
export function wordsForAccount(dashboardUrl: string): Words {
  return {
    subject: "An account needs you to sign in",
    message: `One of your accounts can't be reached any more without a new log-in. Nothing was lost, but nothing goes out there and nothing is read until you connect it again.\n\n${dashboardUrl}/app/platforms`,
  };
}
