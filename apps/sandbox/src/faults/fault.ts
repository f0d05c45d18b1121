import { z } from "zod";
import { SkinName } from "../pages/skin-name.ts";

const armed = {
  times: z.union([z.int().min(1), z.literal("always")]).default(1),
  username: z.string().toLowerCase().optional(),
  /** Of its occasions, those on which it happens: 1 for every one. */
  share: z.number().gt(0).max(1).default(1),
};
const everyTime = { ...armed, times: armed.times.default("always") };
const where = { path: z.string().startsWith("/").optional(), method: z.string().optional() };
const ms = z.int().min(1).max(86_400_000);

/** What can be made to go wrong on demand, and how often. */
export const Fault = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("accept_then_hang"), ...armed, ms: ms.default(600_000) }),
  z.object({ kind: z.literal("error_after_commit"), ...armed }),
  z.object({ kind: z.literal("error_before_commit"), ...armed }),
  /** The connection breaks off without an answer. */
  z.object({ kind: z.literal("reset_after_commit"), ...armed }),
  z.object({ kind: z.literal("reset_before_commit"), ...armed }),
  /** Every connection to the site breaks off, until the fault is disarmed. */
  z.object({ kind: z.literal("outage"), ...everyTime }),
  z.object({
    kind: z.literal("rate_limited"),
    ...armed,
    ...where,
    retry_after_seconds: z.int().min(0).default(30),
  }),
  z.object({ kind: z.literal("slow"), ...everyTime, ...where, ms }),
  z.object({ kind: z.literal("skin"), ...everyTime, skin: SkinName }),
  /** Other elements, classes, nesting and words on every page, the same for the same seed. */
  z.object({ kind: z.literal("shuffled_markup"), ...everyTime, seed: z.int().min(0) }),
  /** Lists grow as one scrolls, and link to no next page. */
  z.object({ kind: z.literal("endless_lists"), ...everyTime }),
  z.object({ kind: z.literal("captcha"), ...armed }),
  z.object({ kind: z.literal("require_code"), ...armed }),
]);
export type Fault = z.infer<typeof Fault>;
export type FaultKind = Fault["kind"];

/** What a fault is matched with. `isPage` is false for media, which only a path of its own reaches. */
export type Occasion = {
  username: string | null;
  path?: string;
  method?: string;
  isPage?: boolean;
};

/** True when the fault is meant for this occasion. `*` in a path stands for anything. */
export function isMeant(fault: Fault, occasion: Occasion): boolean {
  if (fault.username !== undefined && fault.username !== occasion.username) return false;
  if (fault.kind !== "rate_limited" && fault.kind !== "slow") return true;
  if (fault.method !== undefined && fault.method.toUpperCase() !== occasion.method) return false;
  if (fault.path === undefined) return occasion.isPage ?? true;
  return matchesPath(fault.path, occasion.path ?? "/");
}

function matchesPath(pattern: string, path: string): boolean {
  const expression = pattern.split("*").map(escapeForRegExp).join(".*");
  return new RegExp(`^${expression}$`).test(path);
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
