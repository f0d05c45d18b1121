import type { Readable } from "node:stream";

/**
 * The first bytes of a body, which stay in it for whoever reads it next. The body must have at least as
 * many. Null when it breaks off before.
 */
export function peek(body: Readable, sizeBytes: number): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const look = () => {
      const head: Buffer | null = body.read(sizeBytes);
      if (head === null && !body.readableEnded && !body.destroyed) return;
      for (const event of events) body.off(event, look);
      if (head !== null) body.unshift(head);
      resolve(head);
    };
    // For as long as it takes: one that listens anew is told anew of what is there already.
    for (const event of events) body.on(event, look);
    if (body.destroyed) look();
  });
}

const events = ["readable", "end", "error", "close"] as const;
