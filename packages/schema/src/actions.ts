import { z } from "zod";

/** Who has an action run: her chat, an agent over MCP, AnythingLLM, a program or her own hand, the clock. */
export const actionSources = ["chat", "mcp", "anythingllm", "api", "schedule"] as const;
export type ActionSource = (typeof actionSources)[number];

/**
 * What an action does to the world, by how hard it is to take back: it reads; it changes rows of hers;
 * something leaves the house; something is gone; somebody is written to; an account is connected or
 * people's accounts are changed.
 */
export const actionEffects = ["read", "write", "publish", "delete", "message", "connect"] as const;
export type ActionEffect = (typeof actionEffects)[number];

/** `POST /actions/<slug>` and `POST /actions/tools/<tool>`. */
export const ActionRequest = z.strictObject({
  params: z.record(z.string(), z.unknown()).default({}),
  source: z.enum(actionSources).default("api"),
  /** Whether who asks has read text of platforms, fans or files, which may have talked it into this. */
  after_foreign_text: z.boolean().default(false),
});
export type ActionRequest = z.input<typeof ActionRequest>;

/** How a step of a run stands. `key` names it in the flow, `step` says what it is. */
export const ActionStep = z.object({
  key: z.string(),
  step: z.string(),
  status: z.enum(["running", "done", "skipped", "failed"]),
  duration_ms: z.int().nonnegative().optional(),
  /** A sentence for people, of a step that failed. */
  message: z.string().optional(),
});
export type ActionStep = z.infer<typeof ActionStep>;

/** What would happen, as the gate found it, and nobody's words but its own. */
export const ActionPreview = z.object({
  /** The name of the action. */
  title: z.string(),
  effect: z.enum(actionEffects),
  /** `before` is there where something changes. */
  lines: z.array(z.object({ label: z.string(), value: z.string(), before: z.string().optional() })),
});
export type ActionPreview = z.infer<typeof ActionPreview>;

/** `confirm`: nothing was done yet, and nothing is until its person says yes in the dashboard. */
export const ActionAnswer = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("done"),
    /** What the last step answered. */
    result: z.unknown(),
    audit_id: z.uuid(),
    steps: z.array(ActionStep),
  }),
  z.object({
    status: z.literal("confirm"),
    confirmation: z.object({
      id: z.uuid(),
      preview: ActionPreview,
      expires_at: z.iso.datetime({ offset: true }),
    }),
  }),
]);
export type ActionAnswer = z.infer<typeof ActionAnswer>;

/** `POST /actions/confirmations/<id>`, by the person herself; answers as the action does. */
export const ConfirmationRequest = z.strictObject({ answer: z.enum(["confirm", "decline"]) });
export type ConfirmationRequest = z.infer<typeof ConfirmationRequest>;

/**
 * What the routes of actions send as server-sent events to who accepts `text/event-stream`: a `step`
 * each time one changes, then one `end`.
 */
export type ActionEvent =
  | { event: "step"; data: ActionStep }
  | { event: "end"; data: ActionAnswer | ActionFailure };

/** How a run ended that did not succeed. `code` is Directus' code, such as `FORBIDDEN`. */
export const ActionFailure = z.object({
  status: z.literal("failed"),
  code: z.string(),
  message: z.string(),
  steps: z.array(ActionStep),
});
export type ActionFailure = z.infer<typeof ActionFailure>;

/** A preview is good for this long. */
export const confirmationLifeMs = 5 * 60_000;
