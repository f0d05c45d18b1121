/** A post is on the disk; sent before its author's browser gets any answer. */
type Committed = { type: "committed"; id: string; username: string; caption: string; at: number };
/** A page or a media file was answered. */
type Request = {
  type: "request";
  method: string;
  path: string;
  status: number;
  username: string | null;
  at: number;
  duration_ms: number;
};
export type SandboxEvent = Committed | Request;
/** `seq` only grows, over restarts too, so that a reader can go on where it was. */
export type NumberedEvent = SandboxEvent & { seq: number };
export type EventBus = ReturnType<typeof createEventBus>;

const kept = 2000;

export function createEventBus(startedAt: number) {
  let seq = startedAt;
  const recent: NumberedEvent[] = [];
  const listeners = new Set<(event: NumberedEvent) => void>();

  return {
    /** Hands the event to every listener before it returns. */
    emit(event: SandboxEvent): void {
      seq += 1;
      const numbered = { ...event, seq };
      recent.push(numbered);
      if (recent.length > kept) recent.shift();
      for (const listener of listeners) listener(numbered);
    },
    subscribe(listener: (event: NumberedEvent) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** The kept events after a number, oldest first. */
    after: (number: number) => recent.filter((event) => event.seq > number),
    latest: () => seq,
  };
}
