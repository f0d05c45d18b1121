export { normaliseEmail } from "./normalise-email.ts";
export { passwordLength, passwordTooShort } from "./password-length.ts";
export {
  findWeakness,
  type PasswordOwner,
  rateStrength,
  type Strength,
} from "./password-strength.ts";
export { letterPages } from "./letter-pages.ts";
export {
  AcceptRequest,
  ConfirmAnswer,
  ConfirmRequest,
  EmailRequest,
  ForgotRequest,
  InviteAnswer,
  InviteRequest,
  LinkRequest,
  MailState,
  RegisterAnswer,
  RegisterRequest,
  ResetRequest,
} from "./requests.ts";
