import { z } from "zod";

const armed = {
  times: z.union([z.int().min(1), z.literal("always")]).default(1),
  /** Of its occasions, those on which it happens: 1 for every one. */
  share: z.number().gt(0).max(1).default(1),
  /** With `*` for anything; without it, what each kind says. */
  path: z.string().startsWith("/").optional(),
  method: z.string().toUpperCase().optional(),
};
const everyTime = { ...armed, times: armed.times.default("always") };
const ms = z.int().min(1).max(86_400_000);

/** What can be made to go wrong on demand. Where no path is said, those of a commit happen to commits alone. */
export const Fault = z.discriminatedUnion("kind", [
  /** The server gets it, and nobody hears of that. */
  z.strictObject({ kind: z.literal("accept_then_hang"), ...armed, ms: ms.default(600_000) }),
  z.strictObject({ kind: z.literal("error_after_commit"), ...armed }),
  z.strictObject({ kind: z.literal("error_before_commit"), ...armed }),
  /** The connection breaks off without an answer. */
  z.strictObject({ kind: z.literal("reset_after_commit"), ...armed }),
  z.strictObject({ kind: z.literal("reset_before_commit"), ...armed }),
  /** The connection breaks off while the body still comes; without a path, of any request with one. */
  z.strictObject({ kind: z.literal("reset_in_upload"), ...armed }),
  /** Every connection breaks off, until the fault is disarmed. */
  z.strictObject({ kind: z.literal("outage"), ...everyTime }),
  /** Without a path, of any request. */
  z.strictObject({
    kind: z.literal("rate_limited"),
    ...armed,
    retry_after_seconds: z.int().min(0).default(30),
  }),
  /** The server gets it later; without a path, of any request. */
  z.strictObject({ kind: z.literal("slow"), ...everyTime, ms }),
]);
export type Fault = z.infer<typeof Fault>;
export type FaultKind = Fault["kind"];

/** A kind of request, such as `POST /api/statuses`; `*` in the path stands for anything. */
export type RequestKind = { method: string; path: string };

/** A request that a fault may be meant for. */
export type Occasion = RequestKind & { hasBody: boolean };

const ofCommits = new Set<FaultKind>([
  "accept_then_hang",
  "error_after_commit",
  "error_before_commit",
  "reset_after_commit",
  "reset_before_commit",
]);

/** True when the fault is meant for this request. `commits` are the requests that publish something. */
export function isMeant(
  fault: Fault,
  occasion: Occasion,
  commits: readonly RequestKind[],
): boolean {
  if (fault.method !== undefined && fault.method !== occasion.method) return false;
  if (fault.path !== undefined) return matchesPath(fault.path, occasion.path);
  if (fault.kind === "reset_in_upload") return occasion.hasBody;
  if (!ofCommits.has(fault.kind)) return true;
  return commits.some(
    ({ method, path }) => method === occasion.method && matchesPath(path, occasion.path),
  );
}

function matchesPath(pattern: string, path: string): boolean {
  const expression = pattern.split("*").map(escapeForRegExp).join(".*");
  return new RegExp(`^${expression}$`).test(path);
}

const escapeForRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
