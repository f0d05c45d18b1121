/** Rules that her posts have to follow: her own, and those of communities. */
export const rules = {
  title: "Rules for your posts",
  intro:
    "What you, or a community you post in, want of every post. A post that breaks a rule is not scheduled, and one that waits does not go out.",
  create: "New rules",
  importFile: "Import",
  loading: "Your rules are loading",
  loadFailed: "Your rules could not be loaded.",
  listLabel: "Your rules",
  emptyTitle: "No rules yet",
  empty: "Begin with one of these and make it yours, or write your own.",
  starters: {
    freshMedia: {
      name: "Nothing twice in a month",
      text: "For fans who pay to see something new.",
    },
    described: {
      name: "Pictures in words",
      text: "Each picture has a description, for people who don't see it.",
    },
    paidPosts: {
      name: "Paid partnerships",
      text: "Each post carries #ad. Choose the account that it is for.",
    },
  },
  kinds: { house: "Your own", community: "Of a community" },
  scopes: {
    all: "For all accounts",
    platform: (platform: string) => `For all accounts on ${platform}`,
    account: (platform: string, username: string) => `For ${platform}, @${username}`,
    someAccount: "For one account",
  },
  says: {
    nothing: "Says nothing yet.",
    bannedWords: (words: string, more: number) =>
      more === 0 ? `No ${words}.` : `No ${words}, and ${more} more.`,
    requiredTags: (tags: string) => `Each post has ${tags}.`,
    mostHashtags: (most: number) =>
      most === 0
        ? "No hashtags."
        : most === 1
          ? "One hashtag at most."
          : `${most} hashtags at most.`,
    noLinks: "No web addresses.",
    needsAltText: "Each picture has a description.",
    neverRepost: {
      account: (days: number) => `Nothing again on this account within ${inDays(days)}.`,
      platform: (days: number) => `Nothing again on this platform within ${inDays(days)}.`,
      all: (days: number) => `Nothing again anywhere within ${inDays(days)}.`,
    },
  },
  source: "Where they are said",
  isOn: (name: string) => `"${name}" is on`,
  on: "On",
  off: "Off",
  switchedOn: (name: string) => `"${name}" holds from now on.`,
  switchedOff: (name: string) => `"${name}" is off. Posts are no longer held against it.`,
  edit: "Edit",
  editNamed: (name: string) => `Edit "${name}"`,
  exportNamed: (name: string) => `Export "${name}" as a file`,
  export: "Export",
  delete: "Delete",
  deleteNamed: (name: string) => `Delete "${name}"`,
  deleted: (name: string) => `"${name}" is deleted.`,
  undo: "Undo",
  restored: (name: string) => `"${name}" is back.`,
  saved: (name: string) => `"${name}" is saved.`,
  breaking: (count: number) =>
    count === 1
      ? "One scheduled post breaks these rules and won't go out as it is:"
      : `${count} scheduled posts break these rules and won't go out as they are:`,
  moreBreaking: (count: number) => `and ${count} more in the calendar`,
  form: {
    createTitle: "New rules",
    editTitle: "Edit rules",
    name: "Name",
    nameHint: "What you call them, such as the community's name.",
    nameMissing: "Give these rules a name.",
    nameTaken: "You have rules of that name already. Choose another name. Nothing was saved.",
    kind: "Whose rules are they?",
    scope: "Where do they hold?",
    allAccounts: "Everywhere",
    allOn: (platform: string) => `All accounts on ${platform}`,
    account: (platform: string, username: string) => `${platform}, @${username}`,
    bannedWords: "Words that never appear",
    bannedWordsHint: "Press Enter after each, or paste a list. Found as whole words, in any case.",
    requiredTags: "Hashtags that each post has",
    requiredTagsHint: "Press Enter after each, or paste a list.",
    remove: (entry: string) => `Remove ${entry}`,
    mostHashtags: "Most hashtags",
    neverRepostDays: "Days between reposts",
    neverRepostHint: "Copies of a picture count as the picture.",
    optional: "Empty: no limit.",
    noLinks: "No web addresses",
    needsAltText: "A description of each picture",
    sourceUrl: "Where the rules are said (optional)",
    sourceUrlHint: "The address of the page, to look them up.",
    sourceUrlInvalid: "Enter a whole web address, such as https://example.org/rules.",
    saysNothing: "These rules say nothing yet. Fill in one of them.",
    create: "Save rules",
  },
  importing: {
    failed: (reason: string) => `Nothing was imported. ${reason}`,
    tooLarge: "This file is too large to hold rules.",
    unreadable: "This file can't be read. Choose one that was exported from here.",
    otherFile: "This file holds no rules of this kind. Choose one that was exported from here.",
    newerFile: "This file was made by a newer version. Ask for an update of this server.",
    none: "There are no rules in this file.",
    tooMany: (most: number) => `A file holds ${most} sets of rules at most.`,
    badPack: (name: string, reason: string) => `"${name}": ${reason}`,
    unnamed: (place: number) => `Number ${place}`,
    badName: "its name is missing or longer than 80 characters.",
    badKind: "it is neither somebody's own nor a community's.",
    badSource: "where it comes from is no web address.",
    unknownPlatform: (platform: string) =>
      `it is for the platform "${platform}", which this server can't reach.`,
    unknownRule: (rule: string) => `it has a rule that is not known here, "${rule}".`,
    badRule: (rule: string, reason: string) => `${rule}: ${reason}`,
    done: (count: number) =>
      count === 1
        ? "Imported. The rules are off until you switch them on."
        : `${count} sets of rules imported. They are off until you switch them on.`,
  },
} as const;

function inDays(days: number): string {
  return days === 1 ? "a day" : `${days} days`;
}
