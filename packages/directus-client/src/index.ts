export {
  type Account,
  changeAccount,
  findAccount,
  listAccounts,
  turnOffTwoFactorOf,
} from "./accounts.ts";
export { type ApiToken, createApiToken, listApiTokens, revokeApiToken } from "./api-tokens.ts";
export {
  createDirectusClient,
  type DirectusClient,
  type DirectusClientOptions,
} from "./create-directus-client.ts";
export { createPersona, type Persona, readOwnPersona, updatePersona } from "./personas.ts";
export { refreshSession, signIn, type SignInResult, signOut } from "./session.ts";
export {
  startTwoFactor,
  turnOffTwoFactor,
  turnOnTwoFactor,
  type TwoFactorSecret,
} from "./two-factor.ts";
export { createActiveUser, readUserName } from "./users.ts";
export { changePassword, readViewer, type Viewer } from "./viewer.ts";
