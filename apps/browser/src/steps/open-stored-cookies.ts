import { type SealedCookieLoginRequest, StoredCookies } from "@genie/browser-client";
import { type KeyRing, openJson } from "@genie/crypto";
import { AppError } from "@genie/errors";

/** A stored session. Throws `unopenable` for a value of another row, owner or field. */
export function openStoredCookies(
  keyRing: KeyRing,
  { sealed, row_id: rowId, owner_id: ownerId }: SealedCookieLoginRequest,
): StoredCookies {
  const place = { collection: "platform_sessions", field: "cookies", rowId, ownerId };
  const stored = StoredCookies.safeParse(openJson(keyRing, sealed, place)).data;
  if (stored) return stored;
  throw new AppError(
    "invalid_input",
    "What is stored of this session are no cookies. Nothing was done on the platform; connect the account again.",
  );
}
