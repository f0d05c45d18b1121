import { z } from "zod";

/** What of a message says whether another one goes on from it; a page keeps more in it. */
const ToldMessage = z.object({
  id: z.string(),
  role: z.string(),
  parts: z.array(
    z.object({
      type: z.string(),
      text: z.string().optional(),
      id: z.string().optional(),
      data: z.object({ status: z.string().optional() }).optional(),
    }),
  ),
  metadata: z.object({ ended: z.string().optional() }).optional(),
});
type ToldMessage = z.infer<typeof ToldMessage>;

/**
 * Whether `conversations.messages` loses nothing when `next` takes the place of what is stored. Messages come and grow;
 * only the last answer may go for another one, when it broke off and nothing was done in it. What is no message is not
 * looked at.
 */
export function keepsToldMessages(stored: readonly unknown[], next: readonly unknown[]): boolean {
  const coming = new Map(messagesOf(next).map((message) => [message.id, message]));
  const told = messagesOf(stored);
  return told.every((message, place) => {
    const later = coming.get(message.id);
    return later === undefined
      ? place === told.length - 1 && mayBeReplaced(message)
      : goesOnFrom(message, later);
  });
}

/** Whether a message holds all that an earlier state of it held: its words, its calls and what came of them. */
export function goesOnFrom(earlier: ToldMessage, later: ToldMessage): boolean {
  const hadEnded = earlier.metadata?.ended;
  return (
    (hadEnded === stillWritten || hadEnded === later.metadata?.ended) &&
    earlier.parts.every((part, place) => partGoesOn(part, later.parts[place]))
  );
}

/** How an answer stands until it is whole. */
const stillWritten = "cut off";

function partGoesOn(
  earlier: ToldMessage["parts"][number],
  later: ToldMessage["parts"][number] | undefined,
): boolean {
  return (
    later !== undefined &&
    later.type === earlier.type &&
    later.id === earlier.id &&
    (later.text ?? "").startsWith(earlier.text ?? "") &&
    callProgress(later.data) >= callProgress(earlier.data)
  );
}

/** How far a call is, by what is known of it. A page that left before its end takes one for failed that is not. */
export function callProgress(call: { status?: string | undefined } | undefined): number {
  if (call?.status === "done") return 2;
  return call?.status === "waiting" || call?.status === "failed" ? 1 : 0;
}

const mayBeReplaced = ({ role, parts, metadata }: ToldMessage): boolean =>
  role === "assistant" &&
  parts.every(({ type }) => type === "text") &&
  (parts.length === 0 || metadata?.ended !== undefined);

const messagesOf = (list: readonly unknown[]): ToldMessage[] =>
  list.flatMap((one) => ToldMessage.safeParse(one).data ?? []);
