const posts = (count: number) => (count === 1 ? "1 post is" : `${count} posts are`);

export const sessions = {
  title: "Session",
  lastGood: "Last good log-in",
  never: "None yet",
  capturedBy: "From",
  ways: {
    extension: "your browser's extension",
    live_login: "a log-in by hand",
    password_login: "the stored password",
    token: "the stored app password or token",
  },
  none: "There is no session that holds. The next scrape or post says what it needs.",
  because: {
    platform: (platform: string, day: string) => `${platform} gave this session until ${day}.`,
    earlier: (count: number, days: number, day: string) =>
      `By your last ${count} sessions, which lasted about ${days === 1 ? "a day" : `${days} days`}, it ends about ${day}.`,
    unknown:
      "When it ends is not known: the platform gave no date, and it takes two sessions that ended to tell.",
  },
  renewsItself: "When it ends, the stored log-in opens the next one by itself.",
  due: (before: number, after: number) => {
    if (before === 0 && after === 0) return "No post depends on it.";
    if (after === 0) return `${posts(before)} due, all of them before that.`;
    if (before === 0) return `${posts(after)} due after that.`;
    return `${posts(before)} due before that, and ${after} after. Those after need a new session.`;
  },
  renewByExtension: "Renew with the extension",
  wipe: "Wipe session",
  wipeTitle: (platform: string) => `Wipe this ${platform} session?`,
  wipeText: "Its cookies are deleted here at once. This can't be undone.",
  afterwards: (dueCount: number) =>
    dueCount === 0
      ? "Nothing is read from this account until you connect it again."
      : `Nothing is read from this account or posted to it until you connect it again: ${posts(dueCount)} due.`,
  afterwardsPassword:
    "The stored log-in opens a new session with the next scrape or post. To take that back too, disconnect the account.",
  elsewhere: (platform: string) =>
    `On ${platform} itself the session may still be listed. Sign out of it there as well if you want it gone for good.`,
  wiped: "The session is wiped.",
  details: "Details",
  sealedWith: (keyId: number | null) =>
    keyId === null
      ? "Nothing of this session is stored."
      : `Its cookies are stored sealed, with key ${keyId} of this server. Nobody can read them back, not even you.`,
  endsBefore: (day: string) => `The session ends about ${day}, before this post`,
  renew: "Renew the session",
  needTitle: (account: string, day: string) => `${account}: the session ends about ${day}`,
  needText: (after: number) =>
    `${posts(after)} due after that. Renew the session before, and nothing is late.`,
};
