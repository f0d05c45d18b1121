export const settings = {
  sections: {
    profile: "Profile",
    rules: "Rules",
    presets: "Presets",
    tags: "Tags",
    security: "Security",
    extension: "Browser extension",
    tokens: "API tokens",
    appearance: "Appearance",
    data: "Your data",
  },
  sectionsLabel: "Settings sections",
};

export const profile = {
  title: "Profile",
  intro: "How the dashboard greets you and which clock it keeps.",
  displayName: "Display name",
  displayNameMissing: "Enter a name, for example your first name.",
  displayNameTooLong: "Use at most 80 characters.",
  timezone: "Time zone",
  timezoneHint: (now: string) => `It is ${now} there now.`,
  detected: (zone: string) => `Use ${zone}, this device's time zone`,
  email: "E-mail",
  saved: "Your profile is saved.",
  pendingTitle: "Your profile is still being set up",
  pending: "This takes a few seconds after an account is created. Reload the page in a moment.",
};

export const security = {
  twoFactorTitle: "Two-factor",
  isOff: "Off. Your password alone opens your account.",
  isOn: "On. Logging in takes your password and a code from your authenticator app.",
  turnOn: "Turn on two-factor",
  turnOff: "Turn off two-factor",
  passwordPrompt: "Enter your password to begin.",
  password: "Password",
  wrongPassword: "This is not your password. Nothing was changed.",
  continue: "Continue",
  scanTitle: "Scan this with your authenticator app",
  scan: "Then enter the six digits that the app shows.",
  qrLabel: "QR code for your authenticator app",
  secretLabel: "Can't scan? Enter this key instead",
  code: "One-time code",
  wrongCode: "That code was not accepted. Wait for the next one and enter that.",
  codeIncomplete: "Enter all six digits.",
  turnedOn: "Two-factor is on.",
  turnedOff: "Two-factor is off.",
  turnOffByRecovery:
    "Enter your password and one of your recovery codes. All of them are gone then.",
  turnOffPrompt: "Enter a code from your authenticator app to turn two-factor off.",
  keepPhoneSafe: "Next you get ten recovery codes, for when you don’t have the app.",
  passwordTitle: "Password",
  currentPassword: "Current password",
  newPassword: "New password",
  newPasswordHint: "At least 10 characters. A few unrelated words make a good one.",
  currentMissing: "Enter your current password.",
  changePassword: "Change password",
  emailTitle: "E-mail address",
  emailNeedsMail:
    "This installation sends no e-mail, so only the person who runs it can change your address.",
  newEmail: "New e-mail address",
  newEmailHint: "You get a letter there. Your address changes once you open its link.",
  passwordForEmail: "Your password",
  changeEmail: "Change address",
  emailSent: (email: string) =>
    `A letter is on its way to ${email}. Open its link within a day; until then nothing changes.`,
  passwordChanged: "Your password is changed. Other devices have to log in again.",
};

export const devices = {
  title: "Where you are logged in",
  intro:
    "Log out what you don't recognise or no longer use. If it was not you, change your password too.",
  current: "This device",
  names: {
    browserOn: (browser: string, system: string) => `${browser} on ${system}`,
    program: (name: string) => `A program (${name})`,
    unknown: "An unknown device",
  },
  usedNow: "In use now",
  usedLately: "Used within the last day",
  usedAbout: "Last used about",
  from: (address: string) => `from ${address}`,
  end: "Log out",
  endNamed: (name: string) => `Log out ${name}`,
  ended: (name: string) => `${name} is logged out.`,
  endOthers: "Log out everywhere else",
  endOthersTitle: "Log out everywhere else?",
  endOthersText:
    "All other devices have to log in again. This one stays logged in. Programs with an API token are not affected.",
  othersEnded: "You are logged out everywhere else.",
  loading: "Loading where you are logged in",
  loadFailed: "Where you are logged in could not be loaded.",
};

export const recoveryCodes = {
  title: "Recovery codes",
  intro: "Each logs you in once when you don't have your authenticator app.",
  left: (count: number) => `${count} of 10 left`,
  few: (count: number) =>
    count === 0
      ? "You have no recovery codes. Without one, losing your app means asking the person who runs this server. Make new ones now."
      : "Few are left. Make new ones before you need the last.",
  make: "Make new codes",
  makePrompt: "Enter your password. The codes that you have now stop working.",
  shownTitle: "Keep your recovery codes",
  shown:
    "They are shown this once. Keep them where you will find them without your phone, and where nobody else does.",
  listLabel: "Your recovery codes",
  fileHead: (product: string) => `${product}: recovery codes. Each logs you in once.`,
  fileName: "recovery-codes",
  download: "Download",
  print: "Print",
  done: "I have kept them",
  copyFailed: "Copying did not work. Select the codes and copy them yourself, or download them.",
  loadFailed: "How many codes are left could not be loaded.",
  notMade: "Two-factor is on, but your recovery codes could not be made. Make them on this page.",
};

export const tokens = {
  title: "API tokens",
  intro:
    "A program signs in with a token and then acts as you, within the scope you give it. Revoke a token and the program is out at once.",
  create: "Create token",
  name: "Name",
  nameHint: "What will use it, for example “Backup script”.",
  nameMissing: "Enter a name, so that you recognise the token later.",
  nameTooLong: "Use at most 80 characters.",
  access: "Access",
  read: "Read",
  readHint: "Sees what you see.",
  readWrite: "Read and write",
  readWriteHint: "Can also change, post and delete.",
  administer: "Administer",
  administerHint: "Can do all that you can as an administrator, with everybody’s rows.",
  administerWarning:
    "Whoever holds this token can change and delete what belongs to anybody on this server. Give it to a program that you run yourself, for as short a time as it needs, and leave the question below on.",
  asksFirst: "Ask me before it publishes, deletes, messages or connects",
  asksFirstHint:
    "It then waits up to five minutes for your yes on Home. It can write through actions alone.",
  andAsks: (access: string) => `${access}, asks first`,
  mcp: {
    title: "Set up an assistant with it",
    program: "Program",
    programs: { claude: "Claude Desktop", vscode: "VS Code", cursor: "Cursor" },
    into: (file: string) => `Put this into ${file}, and start the program again.`,
    checkout:
      "It starts Genie Helper’s own program on that computer, so write where its folder is there.",
    snippet: "Settings with your token",
    copyFailed: "Copying did not work. Select the text and copy it yourself.",
  },
  expiry: "Expires after",
  days: (count: number) => `${count} days`,
  createdTitle: "Copy your token now",
  created:
    "It is shown this once. Only a fingerprint of it is stored, so nobody can show it to you again.",
  tokenLabel: "Token",
  done: "I have copied it",
  copyFailed: "Copying did not work. Select the token and copy it yourself.",
  listLabel: "Your API tokens",
  columns: {
    access: "Access",
    created: "Created",
    lastUsed: "Last used",
    expires: "Expires",
  },
  never: "Never",
  expired: "Expired",
  emptyTitle: "No tokens yet",
  empty: "Create one when a script or an assistant should work for you.",
  revoke: "Revoke",
  revokeNamed: (name: string) => `Revoke ${name}`,
  revokeTitle: (name: string) => `Revoke “${name}”?`,
  revokeText: "The program that uses this token is signed out at once. This can't be undone.",
  revoked: (name: string) => `“${name}” is revoked.`,
  loadFailed: "Your tokens could not be loaded.",
  loading: "Loading your tokens",
};

export const appearance = {
  themeTitle: "Theme",
  themeIntro: "Kept on this device.",
  themes: { system: "Same as this device", light: "Light", dark: "Dark" },
  privateTitle: "Private mode",
  privateText:
    "For when somebody may look over your shoulder: media, names and e-mail addresses are blurred until you point at them or hold them, and this tab gets a neutral title and icon. Kept on this device.",
  shortcutBefore: "Press",
  shortcutAfter: "anywhere to switch it.",
  singleKeys: "Use single keys as shortcuts",
  singleKeysHint: "Turn this off if you use speech input or press keys by accident.",
};
