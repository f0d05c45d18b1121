import { z } from "zod";

/**
 * `GET /sessions/:id/live`, a WebSocket: a person sees the page of a session and works on it. Positions
 * are in CSS pixels of the page.
 */
const position = { x: z.number().min(0).max(10_000), y: z.number().min(0).max(10_000) };

/** The bits of CDP: 1 Alt, 2 Ctrl, 4 Meta, 8 Shift. */
const modifiers = z.int().min(0).max(15).default(0);

/** What the person's side sends, as JSON. */
export const LiveInput = z.discriminatedUnion("type", [
  /** How large the page is to be, from now on. */
  z.strictObject({
    type: z.literal("view"),
    width: z.int().min(280).max(1920),
    height: z.int().min(280).max(1920),
  }),
  z.strictObject({
    type: z.literal("pointer"),
    kind: z.enum(["down", "move", "up"]),
    ...position,
    button: z.enum(["none", "left", "middle", "right"]).default("none"),
    clicks: z.int().min(0).max(3).default(0),
    modifiers,
  }),
  z.strictObject({
    type: z.literal("wheel"),
    ...position,
    dx: z.number().min(-10_000).max(10_000),
    dy: z.number().min(-10_000).max(10_000),
  }),
  z.strictObject({
    type: z.literal("touch"),
    kind: z.enum(["start", "move", "end", "cancel"]),
    /** The fingers that touch now; none when the last one has left. */
    points: z.array(z.strictObject({ id: z.int().min(0).max(9), ...position })).max(10),
  }),
  /** As `KeyboardEvent` names it. `text` is what the key types, empty for none. */
  z.strictObject({
    type: z.literal("key"),
    kind: z.enum(["down", "up"]),
    key: z.string().max(32),
    code: z.string().max(32),
    text: z.string().max(8).default(""),
    modifiers,
  }),
  /** Typed at once where the cursor is: a paste, a word of a phone's keyboard. */
  z.strictObject({ type: z.literal("text"), text: z.string().min(1).max(10_000) }),
  /** Asks for what is selected on the page; never for what is in a field for passwords. */
  z.strictObject({ type: z.literal("copy") }),
  z.strictObject({ type: z.literal("go"), to: z.enum(["back", "reload"]) }),
  /** That a picture has been shown: the next one comes only then. */
  z.strictObject({ type: z.literal("shown") }),
]);
export type LiveInput = z.infer<typeof LiveInput>;

/**
 * What the service sends as JSON; a message of bytes is a JPEG of the page. `page` comes before the first
 * picture and whenever something of it changes; `end` is the last word.
 */
export const LiveOutput = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("page"),
    /** `https://host`, without the path: it may hold what is nobody's business. */
    origin: z.string(),
    title: z.string(),
    width: z.int(),
    height: z.int(),
  }),
  z.object({ type: z.literal("copied"), text: z.string() }),
  z.object({ type: z.literal("notice"), sentence: z.string() }),
  z.object({ type: z.literal("end"), sentence: z.string() }),
]);
export type LiveOutput = z.infer<typeof LiveOutput>;
