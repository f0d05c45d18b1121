export const platforms = {
  intro: "The accounts that are read and posted to for you.",
  loadFailed: "Your accounts could not be loaded.",
  emptyTitle: "No account is connected yet",
  empty:
    "Connect one and its posts, pictures and figures are read into your library. You can then schedule posts for it.",
  unknownPlatform: (id: string) => `${id} (not available on this server)`,
  account: (username: string) => `@${username}`,
  experimental: "Experimental",
  experimentalText: (platform: string) =>
    `Nobody has checked yet whether Genie reads ${platform} rightly here. It stops rather than guess. The person who runs this server can check it with your account, which posts nothing.`,
  form: {
    title: "Connect a platform",
    description: "The account is read and posted to for you.",
    platform: "Platform",
    missing: (label: string) => `Enter your ${label.toLowerCase()}.`,
    storedTitle: "What is kept",
    stored: (platform: string) =>
      `Your log-in is sealed before it is stored and never shown again, not even to you. It is opened only to sign in to ${platform}, to read your own profile and to post what you schedule.`,
    takeBack:
      "Disconnect takes it back at any time: log-in and session are then deleted here. To be thorough, change the password on the platform as well.",
    takeTokenBack: (platform: string) =>
      `Disconnect takes it back at any time: it is then deleted here, and so is the session. To be thorough, delete it on ${platform} too, where you made it; from then on it opens nothing.`,
    tokenTitle: "Where to make it",
    tokenLink: (platform: string) => `Open this page on ${platform}`,
    submit: "Connect",
    exists: "This account is connected already. To change its log-in, use its card.",
    connected: "The account is connected. Its profile is read now.",
    notStarted:
      "The account is connected, but reading its profile could not be started. Use Scrape now on its card.",
  },
  ways: {
    title: "How",
    none: (platform: string) =>
      `This server has no way to sign in to ${platform} yet. Nothing was changed.`,
    extension: {
      label: "With your own browser",
      hint: "By the extension, where you are signed in already. No password is stored.",
    },
    live_login: {
      label: "In a browser of this server",
      hint: "You sign in there by hand, in front of your eyes. No password is stored.",
    },
    password: {
      label: "With your password",
      hint: "It is stored here, sealed, and typed in for you.",
    },
    token: {
      label: "With an app password or token",
      hint: "You make it there for this alone and can take it back there. It is stored here, sealed.",
    },
  },
  again: {
    title: (platform: string) => `Log in to ${platform} again`,
    description: "What you enter replaces the log-in that is stored.",
    open: "Enter password again",
    openToken: (label: string) => `Enter another ${label.toLowerCase()}`,
    submit: "Save and log in",
    saved: "The new log-in is stored, and tried now.",
    savedOnly: "The new log-in is stored. It is tried with the next scrape.",
  },
  state: {
    queued: "Waiting to be scraped",
    reading: (percent: number) => `Reading your profile … ${percent} %`,
    asked: (reason: string) => `Waits for you: ${reason}`,
    askedUnexplained: "Waits for you to sign in. What was to be done goes on by itself then.",
    loginWanted: (reason: string) => `Log-in wanted: ${reason}`,
    loginWantedUnexplained: "Log-in wanted: the platform no longer knows us.",
    not_read: "Connected, not scraped yet",
    failed: (reason: string) => `The last scrape failed: ${reason}`,
    failedUnexplained: "The last scrape failed. Nothing was lost; try again.",
    signed_in: "Signed in",
    signedInUntil: (when: string) => `Signed in, good until about ${when}`,
    unavailable: "This server can't reach this platform any more.",
  },
  scrape: "Scrape now",
  scrapeStarted: "Your profile is being read.",
  lastScrape: "Last scrape",
  nextScrape: "Next scrape",
  never: "Never",
  paused: "Paused",
  notPlanned: "When you ask for it",
  now: "Now",
  afterLogIn: "After you log in",
  soon: "Any moment",
  frequency: "How often",
  frequencies: {
    hourly: "Every hour",
    sixHourly: "Every 6 hours",
    daily: "Once a day, in the morning",
    weekly: "Once a week, on Monday",
  },
  ownFrequency: (cron: string) => `By its own schedule (${cron})`,
  frequencySaved: "Saved.",
  pause: "Pause scraping",
  resume: "Resume scraping",
  pausedNow: "Scraping is paused. Scheduled posts still go out.",
  resumedNow: "Scraping goes on.",
  postingPaused: "Nothing is posted here at the moment",
  figures: {
    followers: "Followers",
    following: "Following",
    posts: "Posts",
    likes: "Likes",
    earnings: "Earnings",
  },
  disconnect: "Disconnect",
  disconnectTitle: (platform: string) => `Disconnect this ${platform} account?`,
  disconnectText: "This can't be undone.",
  disconnected: "The account is disconnected. Its log-in is deleted.",
  goes: "Deleted here",
  goesLogin: "The stored log-in and the session",
  goesFigures: "Its figures over time",
  goesPlanned: (count: number) =>
    count === 1
      ? "One planned post, which will not go out"
      : `${count} planned posts, which will not go out`,
  goesPast: (count: number) =>
    count === 1 ? "One past post in your calendar" : `${count} past posts in your calendar`,
  stays: "Stays",
  staysOnPlatform: (platform: string) => `Everything on ${platform} itself`,
  staysMedia: (count: number) =>
    count === 1
      ? "One entry of your library, no longer updated"
      : `${count} entries of your library, no longer updated`,
  staysTwice: "If you connect it again later, its posts are read anew and are then there twice",
  counting: "Counting what belongs to it",
};
