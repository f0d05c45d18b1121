/** What became of a person's day, in numbers alone. */
export type DayFigures = {
  published: number;
  failed: number;
  unconfirmed: number;
  logins: number;
  tomorrow: number;
};

/**
 * A day in words that anybody may see over her shoulder: no captions, accounts or platforms. Null when
 * there is nothing to tell.
 */
export function describeDay(
  figures: DayFigures,
  dashboardUrl: string,
): { subject: string; message: string } | null {
  const { published, failed, unconfirmed, logins, tomorrow } = figures;
  const lines = [
    published > 0 && `${posts(published)} went out today.`,
    failed > 0 &&
      `${posts(failed)} did not go out today. Nothing was lost; choose a new time in the calendar.`,
    unconfirmed > 0 &&
      `${posts(unconfirmed)} may be out or not. Look on the platform; nothing is sent twice.`,
    logins > 0 &&
      `${logins === 1 ? "One account waits" : `${logins} accounts wait`} for you to sign in: ${dashboardUrl}/app/platforms`,
    tomorrow > 0 && `${posts(tomorrow)} ${tomorrow === 1 ? "goes" : "go"} out tomorrow.`,
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  const needed = failed + unconfirmed + logins;
  return {
    subject: needed > 0 ? "Your day, and what needs you" : "Your day",
    message: [...lines, `Your calendar: ${dashboardUrl}/app/calendar`].join("\n\n"),
  };
}

const posts = (count: number) => (count === 1 ? "One post" : `${count} posts`);
