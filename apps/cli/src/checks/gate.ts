import type { Installation } from "@genie/stack";
import { z } from "zod";
import { adminGet } from "./admin-get.ts";

const Extensions = z.array(
  z.object({
    schema: z.object({ name: z.string() }).nullish(),
    meta: z.object({ enabled: z.boolean() }),
  }),
);

/** Whether every part of the gate is loaded and switched on. */
export async function checkGate(installation: Installation): Promise<string | null> {
  const extensions = await adminGet(installation, "/extensions", Extensions);
  if (!extensions.some(({ schema }) => schema?.name === "genie")) {
    return "The gate is not loaded, so no rule holds. Stop at once with npm run stop, restore apps/cms/extensions/genie, and start again.";
  }
  const off = extensions.filter(({ meta }) => !meta.enabled);
  return off.length === 0
    ? null
    : `Parts of the gate are switched off: ${off.map(({ schema }) => schema?.name ?? "unnamed").join(", ")}. A restart switches them on: npm run stop, npm start.`;
}
