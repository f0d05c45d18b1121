/** Times in which nothing is posted: her own, and those of the person who runs the server. */
export const pauses = {
  open: "Pause posting",
  named: {
    all: "posting is paused",
    platform: (platform: string) => `posting on ${platform} is paused`,
    account: (platform: string) => `posting to this ${platform} account is paused`,
    stopped: "posting is stopped on this server",
    platformStopped: (platform: string) => `posting on ${platform} is stopped on this server`,
  },
  titles: {
    all: "Posting is paused",
    platform: (platform: string) => `Posting on ${platform} is paused`,
    account: (platform: string, username: string) =>
      `Posting to ${platform}, @${username} is paused`,
    stopped: "Posting is stopped on this server",
    platformStopped: (platform: string) => `Posting on ${platform} is stopped on this server`,
  },
  since: (from: string) => `Nothing goes out since ${from}, until you go on.`,
  sinceUntil: (from: string, until: string) => `Nothing goes out from ${from} until ${until}.`,
  stopSince: (from: string) =>
    `Nothing goes out since ${from}. It goes on when the person who runs this server says so.`,
  restored:
    "The server was restored from a backup. What may have gone out meanwhile is looked up first, so that nothing is posted twice.",
  goOn: "Go on",
  wentOn: "Posting goes on.",
  goOnTitle: "Go on posting?",
  goOutNow: (count: number) =>
    count === 1
      ? "One post is overdue and goes out at once."
      : `${count} posts are overdue and go out at once.`,
  areHeld: (count: number) =>
    `${count === 1 ? "One post is" : `${count} posts are`} more than 15 minutes late and set to be held: not posted, and waiting for a new time from you.`,
  dialogTitle: "Pause posting",
  dialogText:
    "Nothing goes out while it is paused. Your posts stay planned; those that come due wait until you go on.",
  scope: "What to pause",
  scopes: {
    all: "Everything",
    platform: (platform: string) => `All your accounts on ${platform}`,
    account: (platform: string, username: string) => `Only ${platform}, @${username}`,
  },
  end: "Until",
  ends: { open: "Until I go on", hour: "For one hour", time: "Until a time that I choose" },
  date: "Date",
  time: "Time",
  timeInvalid: "Choose a date and a time that are still to come.",
  reason: "Reason (optional)",
  reasonHint: "For yourself. It is shown where you are told that nothing goes out.",
  submit: "Pause posting",
  willWait: (pause: string) => `It waits as long as ${pause}.`,
  paused: "Posting is paused. Nothing goes out until you go on.",
  pausedUntil: (until: string) => `Posting is paused until ${until}.`,
} as const;
