import { checkCanary, parseKeyRing } from "@genie/crypto";
import type { Installation } from "@genie/stack";
import { z } from "zod";
import { adminGet } from "./admin-get.ts";

const Canaries = z.array(z.object({ key_id: z.int(), canary: z.string() }));

/** Whether each key that sealed something is in the key ring, and is that key. */
export async function checkSealingKeys(installation: Installation): Promise<string | null> {
  const { SEALING_KEYS, SEALING_PRIMARY_KEY } = installation.secrets();
  const ring = parseKeyRing(SEALING_KEYS, SEALING_PRIMARY_KEY);
  const canaries = await adminGet(
    installation,
    "/items/sealing_keys?limit=-1&fields=key_id,canary",
    Canaries,
  );
  const wrong = canaries.filter(({ canary }) => checkCanary(ring, canary) !== "ok");
  return wrong.length === 0
    ? null
    : `SEALING_KEYS lacks the right key ${wrong.map(({ key_id: id }) => id).join(", ")}. Put it back from your backup of secrets.env.`;
}
