import { randomUUID } from "node:crypto";
import type { LookUp, OutgoingPost } from "../adapter.ts";

/** A post as an adapter gets it, of which a test says what matters to it. */
export const outgoing = (part: Partial<OutgoingPost> = {}): OutgoingPost => ({
  caption: "x",
  files: [],
  rating: "general",
  config: {},
  idempotencyKey: randomUUID(),
  dueAt: new Date(),
  ...part,
});

/** The question about a post, of which a test says what matters to it. */
export const lookingFor = (part: Partial<LookUp> = {}): LookUp => ({
  caption: "x",
  fileCount: 0,
  idempotencyKey: randomUUID(),
  dueAt: new Date(),
  sentAt: new Date(),
  knownPostIds: [],
  ...part,
});
