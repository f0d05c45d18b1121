/** Signing in by hand, in a browser on the server that one sees here. */
export const liveView = {
  connect: {
    username: "Username",
    missing: "Enter your username on the platform.",
    text: (platform: string) =>
      `Next you see a browser on this server, at the log-in page of ${platform}. You sign in there yourself, codes and all; only the session is kept, sealed.`,
    takeBack:
      "Disconnect takes it back at any time: the session is then deleted here. To be thorough, sign out of it on the platform as well.",
    goOn: "Go on",
  },
  open: "Sign in",
  openByHand: "Sign in by hand",
  title: (platform: string) => `Sign in to ${platform}`,
  intro: (username: string) =>
    `You see a browser on your server. Sign in there as @${username}, as you always do; what you type goes to the platform alone. Your password is not stored.`,
  opening: "Opening a browser on your server",
  openingLong: "It takes longer than usual. A place is being waited for; you can stay here.",
  connecting: "Connecting to the browser",
  screen: (title: string) => `Browser on your server: ${title}`,
  screenHint:
    "Everything you type and click goes to the page. Press Escape twice to leave it for the buttons around it.",
  at: (origin: string) => `at ${origin}`,
  back: "Back",
  reload: "Load the page again",
  keyboard: "Keyboard",
  paste: "Paste",
  pasteFailed:
    "Your browser did not let us read what you copied. Press Ctrl+V on the page instead.",
  copy: "Copy",
  copied: "Copied.",
  copyFailed: "Your browser did not take the copy. Nothing was changed.",
  cancel: "Don't sign in",
  cancelTitle: "Don't sign in now?",
  cancelText: "The browser is closed. What waits for this log-in ends and can be started again.",
  cancelConfirm: "Don't sign in",
  lost: "The connection to the browser was lost. Nothing was changed.",
  again: "Open it again",
  done: {
    title: "You are signed in",
    text: (platform: string) =>
      `The session on ${platform} is sealed and stored. What waited for it goes on by itself.`,
    link: "To your platforms",
  },
  ended: {
    title: "Nobody is signed in",
    cancelled: "You called the log-in off. Nothing was changed.",
    expired: "Nobody signed in in time. Nothing was changed.",
    failed: "The log-in did not work. Nothing was changed.",
    again: "Try again",
  },
  unknown: {
    title: "This account is not here",
    text: "It was removed, or it is somebody else's. Nothing was changed.",
  },
} as const;
