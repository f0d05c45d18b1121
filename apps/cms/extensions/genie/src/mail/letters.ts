import type { Words } from "./lay-out.ts";

const ifNot = "If it wasn't you, do nothing:";

/** What letters about an account say. Anybody may see them over her shoulder: no name of hers is in them. */
export const letters = {
  reset: (url: string): Words => ({
    subject: "Choose a new password",
    text: "Somebody, probably you, asked for a new password for your account. This link is good once, for an hour.",
    link: { label: "Choose a new password", url },
    after: `${ifNot} your password stays as it is.`,
  }),

  confirmRegistration: (url: string): Words => ({
    subject: "Confirm your e-mail address",
    text: "An account was made with this address. Confirm that it is yours, and you can log in. This link is good once, for a day.",
    link: { label: "Confirm my address", url },
    after: `${ifNot} without this link nobody can use that account.`,
  }),

  alreadyRegistered: (url: string): Words => ({
    subject: "You have an account already",
    text: "Somebody, probably you, tried to register with this address. There is an account with it already, so nothing was made or changed.",
    link: { label: "Log in", url },
    after: "If you don't know your password any more, the log-in page helps you to a new one.",
  }),

  passwordChanged: (url: string): Words => ({
    subject: "Your password was changed",
    text: "Your account has a new password, and other devices have to log in again. If that was you, there is nothing to do.",
    link: { label: "It wasn't me", url },
    after:
      "If it wasn't you, choose a new password with the link above, then look through your API tokens and paired browsers in the settings.",
  }),

  confirmEmail: (url: string): Words => ({
    subject: "Confirm your new e-mail address",
    text: "This address is to be the one of an account. Confirm that it is yours, and log in with it from then on. This link is good once, for a day.",
    link: { label: "Confirm my new address", url },
    after: `${ifNot} nothing changes then.`,
  }),

  emailChangeAsked: (url: string): Words => ({
    subject: "Another e-mail address for your account",
    text: "Somebody who knows your password asked for another address for your account. Nothing has changed yet: it does when the link in a letter to the new address is opened.",
    link: { label: "It wasn't me", url },
    after:
      "If it wasn't you, choose a new password now. The letter to the new address is worthless then.",
  }),

  emailChanged: (): Words => ({
    subject: "Your e-mail address was changed",
    text: "Your account has another address now, which was confirmed. This one gets no more letters and no longer opens it. If it wasn't you, tell the person who runs this installation at once.",
  }),

  addressTaken: (): Words => ({
    subject: "Somebody wanted to use your e-mail address",
    text: "Somebody asked for this address for another account. It belongs to yours, so nothing was changed and there is nothing to do.",
  }),

  invitation: (url: string): Words => ({
    subject: "You are invited",
    text: "An account is waiting for you. Choose a password, and it is yours. This link is good once, for seven days.",
    link: { label: "Accept the invitation", url },
    after: `If you did not expect this, do nothing: nobody can use that account.`,
  }),
} as const;
