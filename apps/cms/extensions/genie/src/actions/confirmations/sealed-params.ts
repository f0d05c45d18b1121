import { openJson, type SealedValue, seal, toSealedValue } from "@genie/crypto";
import type { GateEnv } from "../../gate-env.ts";

type Place = { id: string; user: string };

/** What waits may hold a secret, so it waits sealed. */
export const sealParams = (
  { keyRing }: Pick<GateEnv, "keyRing">,
  params: Record<string, unknown>,
  place: Place,
): SealedValue => toSealedValue(seal(keyRing, JSON.stringify(params), contextOf(place)));

/** Throws `unopenable` for what was sealed for another row or person, or by another key. */
export const openParams = (
  { keyRing }: Pick<GateEnv, "keyRing">,
  { sealed }: SealedValue,
  place: Place,
): Record<string, unknown> =>
  Object.fromEntries(Object.entries(Object(openJson(keyRing, sealed, contextOf(place)))));

const contextOf = ({ id, user }: Place) => ({
  collection: "confirmations",
  field: "params",
  rowId: id,
  ownerId: user,
});
