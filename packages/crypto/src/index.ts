export { type ApiToken, createApiToken, hashApiToken, isApiToken } from "./api-token.ts";
export type { SealContext } from "./associated-data.ts";
export { checkCanary, makeCanary } from "./canary.ts";
export { equalSecrets } from "./equal-secrets.ts";
export { generateKey, type KeyRing, parseKeyRing } from "./key-ring.ts";
export { openJson } from "./open-json.ts";
export { open, seal, sealedKeyId } from "./seal.ts";
export { isSealedValue, type SealedValue, toSealedValue } from "./sealed-value.ts";
export { signWebhook, verifyWebhook, type WebhookSignature } from "./webhook-signature.ts";
