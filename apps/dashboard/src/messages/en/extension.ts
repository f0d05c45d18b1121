export const extension = {
  title: "Browser extension",
  intro:
    "It hands the sessions that you choose over from your own browser, so that no password is stored here. It reads nothing before you agree, platform by platform.",
  steps: {
    install: "Install the extension",
    installText: "Download it for your browser. It works with this server and with no other.",
    chromium: "For Chrome, Edge or Brave",
    chromiumHow:
      "Any browser made of Chromium takes it. Unpack the file into a folder that stays. Open the page of your browser's extensions, turn on developer mode, choose “Load unpacked” and then that folder.",
    firefox: "For Firefox",
    firefoxHow:
      "Open about:debugging, choose “This Firefox”, then “Load Temporary Add-on” and the file. Firefox keeps it until it is closed; it then has to be paired again.",
    pair: "Pair your browser",
    pairText: "Make a code here and enter it in the extension. It is good for one browser.",
  },
  makeCode: "Make a code",
  anotherCode: "Make another code",
  codeLabel: "Pairing code",
  serverLabel: "Address of this server",
  codeUntil: "It ends, used or not,",
  codeEnded: "This code is too old now. Make another one.",
  codeHow:
    "Press the extension's button in the toolbar while you see this page, and both fill in by themselves. Or copy the link and paste it there.",
  copyLink: "Copy pairing link",
  copyFailed: "Copying did not work. Type the address and the code into the extension.",
  paired: (name: string) => `${name} is paired.`,
  listTitle: "Paired browsers",
  loading: "Loading your paired browsers",
  loadFailed: "Your paired browsers could not be loaded.",
  empty: "No browser is paired.",
  lastSeen: "Last seen",
  never: "Never",
  pairedUntil: "Paired until",
  revoke: "Revoke",
  revokeNamed: (name: string) => `Revoke ${name}`,
  revokeTitle: (name: string) => `Revoke “${name}”?`,
  revokeText:
    "Its extension can hand nothing over any more, and says so. Sessions that it has handed over stay until they end or you wipe them.",
  revoked: (name: string) => `“${name}” is revoked.`,
  wayText: (platform: string) =>
    `In the extension, choose “Connect ${platform}” and agree to the cookies that it shows. The account then appears here by itself.`,
  waySetUp: "Set up the extension",
} as const;
