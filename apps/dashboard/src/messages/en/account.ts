/** Pages that letters lead to, and those that send letters. */
export const account = {
  email: "E-mail",
  forgotIntro: "Enter the e-mail address of your account. You get a letter with a link.",
  forgotSubmit: "Send me a link",
  forgotSent: (email: string) =>
    `If there is an account with ${email}, a letter is on its way to it. Its link is good for an hour.`,
  forgotNothing: "Nothing after a few minutes? Look among the unwanted letters, then try again.",
  noMail:
    "This installation sends no e-mail, so nobody can set a new password here. Ask the person who runs it: she can give you a first password, with which you choose your own.",
  noMailForOperators: "Do you run it yourself? This command gives out a new password:",
  backToLogin: "Back to log in",
  looking: "Looking at your link",
  linkOver: "This link was used already, is too old or is not whole. Nothing was changed.",
  askAgain: "Ask for a new letter",
  resetIntro: (email: string) => `For ${email}. All devices have to log in again afterwards.`,
  newPassword: "New password",
  resetSubmit: "Set password",
  resetDone: "Your new password is set. Log in with it.",
  confirmIntro: (email: string) => `Is ${email} yours? Then confirm it.`,
  chosenPassword: "Your password",
  chosenPasswordHint: "The one that you chose when you registered.",
  chosenPasswordMissing: "Enter the password that you chose when you registered.",
  confirmSubmit: "Confirm address",
  registrationDone: "Your address is confirmed. Log in now.",
  emailDone: (email: string) =>
    `Your account has the address ${email} now. Log in with it from now on.`,
  acceptIntro: (email: string) =>
    `You are invited as ${email}. Choose a password, and the account is yours.`,
  acceptSubmit: "Open my account",
  acceptDone: "Your account is ready. Log in with your new password.",
  toLogin: "Log in",
  strength: "Strength",
  strengths: ["Very weak", "Very weak", "Weak", "Good", "Strong"],
};
