/** What the page says, in one place. */
export const words = {
  pairTitle: "Pair this browser",
  pairIntro:
    "Genie Helper can be signed in where you are, without your passwords. In your dashboard, open Settings, Browser extension, and make a code.",
  address: "Address of your Genie Helper",
  addressHint: "As it is in the dashboard's address bar, or the whole pairing link.",
  code: "Code",
  codeHint: "Ten letters and digits. It is good for ten minutes and for one browser.",
  codeIncomplete: "A code has ten letters and digits, such as 7KQ2M-X9TAB.",
  pair: "Pair this browser",
  serverRefused:
    "Without your browser's permission for that address, Genie Helper can't be reached. Nothing was paired; press the button again and allow it.",
  pairedWith: "Paired with",
  pairedUntil: (day: string) => `until ${day}`,
  unpair: "Unpair",
  unpairTitle: "Unpair this browser?",
  unpairText:
    "It forgets its token and gives back every site that you allowed. What it has handed over stays stored until you wipe it, here first or in Genie Helper.",
  unpaired: "This browser is unpaired. It has forgotten its token and every site.",
  unpairedHereOnly:
    "This browser has forgotten its token and every site, but Genie Helper could not be told. Revoke this browser there too, under Settings, Browser extension.",
  ended:
    "This pairing was revoked in Genie Helper, or has run out. This browser has forgotten its token and every site that you allowed; nothing is handed over any more.",
  loading: "Asking your Genie Helper …",
  retry: "Try again",
  cancel: "Cancel",
  noPlatforms: "Your Genie Helper has no platform that takes a session from a browser.",
  noAccounts: "Nothing of it is handed over.",
  connect: (platform: string) => `Connect ${platform}`,
  connectAnother: "Connect another account",
  account: (username: string) => `@${username}`,
  notHandedOver: "No session from a browser is stored",
  lastCapture: "Last handed over",
  goodUntil: "Good until about",
  unknownEnd: "Not known; the site does not say",
  hasEnded: "Ended",
  key: "Sealed with key",
  refresh: "Refresh",
  wipe: "Wipe",
  wipeTitle: (username: string) => `Wipe the session of @${username}?`,
  wipeText: (platform: string) =>
    `What this extension has stored of it in Genie Helper is deleted, and this browser gives ${platform} back. Posts that are planned stay, and wait for another log-in.`,
  wiped: (username: string) =>
    `The session of @${username} is wiped. It stays valid on the platform until you sign out there.`,
  keepFresh: "Keep fresh",
  keepFreshHint:
    "Hands the same cookies over again when the site renews them in this browser. Off until you turn it on.",
  whichAccount: "Which account is this browser signed in to?",
  anotherAccount: "Another account",
  username: "Username",
  usernameMissing: "Enter the username of the account.",
  cookiesTitle: "These cookies, and no others",
  destinationTitle: "Go to",
  agree: "Allow and hand over",
  browserAsks: "Your browser then asks you, in its own words, to allow this site.",
  platformRefused: (platform: string) =>
    `Your browser was not allowed to read cookies of ${platform}. Nothing was read or sent.`,
  openPlatform: (platform: string) => `Open ${platform} to sign in`,
  handedOver: (platform: string, reading: boolean) =>
    reading
      ? `Your session on ${platform} is handed over and sealed. Your account is being read with it now.`
      : `Your session on ${platform} is handed over and sealed.`,
} as const;
