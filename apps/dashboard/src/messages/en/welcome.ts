export const login = {
  intro: "Your accounts, your media, one place.",
  email: "E-mail",
  password: "Password",
  code: "One-time code",
  codeHint: "The six digits that your authenticator app shows now.",
  submit: "Log in",
  wrongPassword: "This e-mail and password don't belong together. Check both and try again.",
  wrongCode: "That code was not accepted. Wait for the next one in your app and enter that.",
  codeIncomplete: "Enter all six digits.",
  unconfirmed:
    "Your e-mail address is not confirmed yet. Open the link in the letter that was sent to it.",
  emailMissing: "Enter your e-mail address.",
  passwordMissing: "Enter your password.",
  noAccount: "No account yet?",
  toRegister: "Create one",
};

export const recovery = {
  field: "Recovery code",
  fieldHint: "One of the ten that you kept. It can't be used again.",
  missing: "Enter one of your recovery codes.",
  wrong: "This code is wrong or was used already. Nothing was changed; try another one.",
  useOne: "Use a recovery code instead",
  useApp: "Use a code from your app instead",
};

export const register = {
  intro: "Your accounts, media and notes stay on this server.",
  email: "E-mail",
  displayName: "Your name",
  displayNameHint: "Optional. How the dashboard greets you.",
  password: "Password",
  passwordHint: "At least 10 characters. A few unrelated words make a good one.",
  submit: "Create account",
  haveAccount: "Already have an account?",
  toLogin: "Log in",
  closed: "This server takes no new accounts. Ask the person who runs it for one.",
  checkMail: "Look into your mail",
  letterSent: (email: string) =>
    `A letter is on its way to ${email}. Open its link within a day, and your account is ready.`,
  noLetter:
    "Nothing after a few minutes? Look among the unwanted letters, then have it sent again.",
  sendAgain: "Send the letter again",
  sentAgain: "Another letter is on its way.",
  signInFailed: "Your account is ready, but logging in did not work. Log in with it now.",
};

export const registration = {
  anotherEmail: "Use another address",
  emailInvalid: "Enter an e-mail address like name@example.com.",
  nameTooLong: "Use at most 50 characters for your name.",
  tooMany: (minutes: number) =>
    `Too many accounts were asked for from your address. Nothing was created; try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`,
  unavailable:
    "The data service is not answering, so your account was probably not created. Try again in a minute.",
};
