import { createHash } from "node:crypto";
import type { ActionPreview } from "@genie/schema";

type Previewed = {
  slug: string;
  /** As the flow is now: another one would do something else under the same name. */
  steps: unknown;
  params: Record<string, unknown>;
  preview: ActionPreview;
};

/** SHA-256, hexadecimal, of what a person says yes to: the same whatever the order of fields. */
export const fingerprint = (previewed: Previewed): string =>
  createHash("sha256").update(JSON.stringify(previewed, inOrder)).digest("hex");

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
