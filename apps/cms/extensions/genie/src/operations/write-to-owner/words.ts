export type Words = { subject: string; message: string };

/** What the owner of a post is told of. `asked`: nobody knows whether it is out, and she has to say. */
export type PostNews = "asked" | "failed" | "missed" | "taken_down";

/**
 * What to tell about a post, in words that anybody may see over her shoulder: no caption, account or
 * platform. What happened, whether anything was lost, what to do.
 */
export function wordsForPost(
  news: PostNews,
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
    asked: {
      subject: "A post may be out, or not",
      text: `It is not certain that the post that you planned for ${planned} went out. Nothing was lost, and it is not sent a second time before that is clear. Look on the platform, then say in your calendar what you found.`,
    },
    taken_down: {
      subject: "A post is gone from its platform",
      text: `The post that you planned for ${planned} went out, and is not there any more. Nothing was lost here: it is in your calendar as you made it. If you did not take it down yourself, look for a message from the platform.`,
    },
  }[news];
  return { subject, message: `${text}\n\n${dashboardUrl}/app/calendar?post=${id}` };
}

/** What to tell about an account whose session has ended. */
export function wordsForAccount(dashboardUrl: string): Words {
  return {
    subject: "An account needs you to sign in",
    message: `One of your accounts can't be reached any more without a new log-in. Nothing was lost, but nothing goes out there and nothing is read until you connect it again.\n\n${dashboardUrl}/app/platforms`,
  };
}
