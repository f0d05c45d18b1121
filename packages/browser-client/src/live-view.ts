import { z } from "zod";
import { findSession } from "./browser-services.ts";

/**
 * Where the live view of a session is, at the service of these that has it: a WebSocket, for who brings the viewer's token as a bearer token.
 * It carries `LiveInput` one way, and `LiveOutput` and pictures the other. A session has one viewer; the
 * steps of its own caller go on meanwhile. The service refuses a token with HTTP 401 or 403, and closes
 * with 1008 after a message that is none, or more than 600 in a second, with 1009 after one of more
 * than 64 KiB. All else that ends a view is said in `end`, for people.
 */
export function liveViewAddress(services: string | readonly string[], sessionId: string): string {
  const { url: service, id } = findSession([services].flat(), sessionId);
  const url = new URL(`/sessions/${encodeURIComponent(id)}/live`, service);
  return url.href.replace(/^http/, "ws");
}

/** Positions are in CSS pixels of the page. */
const position = { x: z.number().min(0).max(10_000), y: z.number().min(0).max(10_000) };

/** The bits of CDP: 1 Alt, 2 Ctrl, 4 Meta, 8 Shift. */
const modifiers = z.int().min(0).max(15).default(0);

/** What the person's side sends, as JSON. */
export const LiveInput = z.discriminatedUnion("type", [
  /** How large the page is to be, from now on; after the view it is again as recipes expect it. */
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
    /** The fingers that touch now; none when the last one has left. From the first on the page is a touch screen's. */
    points: z.array(z.strictObject({ id: z.int().min(0).max(9), ...position })).max(10),
  }),
  /**
   * As `KeyboardEvent` names it. `text` is what the key types, empty for none; Enter needs none. The
   * command key of a Mac counts as Ctrl.
   */
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
  /** Asks for what is selected; `copied` answers, or `notice` where it is in a field for passwords. */
  z.strictObject({ type: z.literal("copy") }),
  z.strictObject({ type: z.literal("go"), to: z.enum(["back", "reload"]) }),
  /** To be said after each picture: the next one comes only then, and it is the newest. */
  z.strictObject({ type: z.literal("shown") }),
]);
export type LiveInput = z.infer<typeof LiveInput>;

/**
 * What the service sends as JSON; a message of bytes is a JPEG of the page, one of its pixels a CSS pixel.
 * `page` comes before the first picture and whenever something of it changes; `end` is the last word.
 */
export const LiveOutput = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("page"),
    /** `https://host`, without the path: it may hold what is nobody's business. Empty for no site. */
    origin: z.string(),
    title: z.string(),
    width: z.int(),
    height: z.int(),
  }),
  z.object({ type: z.literal("copied"), text: z.string() }),
  /** What the picture can't show: a window that was closed, a question that the page asked. */
  z.object({ type: z.literal("notice"), sentence: z.string() }),
  z.object({ type: z.literal("end"), sentence: z.string() }),
]);
export type LiveOutput = z.infer<typeof LiveOutput>;
