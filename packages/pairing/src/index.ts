export { belongsToHosts } from "./belongs-to-hosts.ts";
export {
  CaptureAnswer,
  CapturedCookie,
  type CapturePlatform,
  CaptureRequest,
  PairingOverview,
  RedeemAnswer,
  RedeemRequest,
  WipeRequest,
} from "./calls.ts";
export { groupPairingCode, normalisePairingCode } from "./pairing-code.ts";
export { pairingLink, readPairingLink } from "./pairing-link.ts";
