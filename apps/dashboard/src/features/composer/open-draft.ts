import type { Post } from "@genie/directus-client";
import { resolveWallTime, wallTimeAt } from "#features/calendar/zoned-time.ts";
import type { KeptDraft } from "./draft-store.ts";
import { draftOf } from "./start-drafts.ts";
import { isSameDraft, reapply, toWritten, type WrittenDraft } from "./written-draft.ts";

/** A draft as the composer opens it. */
export type OpenedDraft = {
  kept: KeptDraft;
  /**
   * What is to be said of it. `kept`: it goes on from an earlier time. `earlier`: it is the posts as they are now, which
   * were changed since she wrote what is in `kept.earlier`.
   */
  note: "earlier" | "kept" | null;
};

type Beginning = { id: string; zone: string; now: Date };

/** A new post: what was kept, or this. */
export function openNew(
  kept: KeptDraft | null,
  draft: WrittenDraft,
  beginning: Beginning,
): OpenedDraft {
  return kept === null
    ? { kept: begin(draft, null, beginning), note: null }
    : { kept: inZone(kept, beginning.zone), note: "kept" };
}

/** Posts that exist: what was kept while they have not changed since, else as they are. */
export function openEdit(
  stored: KeptDraft | null,
  posts: readonly [Post, ...Post[]],
  beginning: Beginning,
): OpenedDraft {
  const { zone } = beginning;
  const kept = stored && inZone(stored, zone);
  const draft = toWritten(draftOf(posts, zone, beginning.now));
  const fresh = begin(draft, draft, beginning);
  if (kept === null || kept.begunFrom === null) return { kept: fresh, note: null };
  const { begunFrom } = kept;
  // What was handed in as it was holds no word of hers.
  if (kept.earlier === null && isSameDraft(kept.draft, begunFrom)) {
    return { kept: fresh, note: null };
  }
  // A time that has passed is another suggestion at another moment: it is compared as of then.
  const isSame = isSameDraft(begunFrom, toWritten(draftOf(posts, zone, new Date(kept.begunAt))));
  if (isSame) return { kept, note: kept.earlier === null ? "kept" : "earlier" };
  return {
    kept: { ...fresh, earlier: { draft: takeEarlier(kept).draft, from: begunFrom } },
    note: "earlier",
  };
}

/** The draft with what she changed earlier in it, where the rest is as it is. */
export function takeEarlier(kept: KeptDraft): KeptDraft {
  return kept.earlier === null
    ? kept
    : { ...kept, draft: reapply(kept.earlier, kept.draft), earlier: null };
}

function begin(
  draft: WrittenDraft,
  begunFrom: WrittenDraft | null,
  { id, zone, now }: Beginning,
): KeptDraft {
  const begunAt = now.getTime();
  return { id, draft, zone, begunAt, begunFrom, changedAt: begunAt, handedIn: null, earlier: null };
}

/** The same moments by another clock: she may have chosen another time zone since. */
function inZone(kept: KeptDraft, zone: string): KeptDraft {
  if (kept.zone === zone) return kept;
  const moved = (draft: WrittenDraft): WrittenDraft => {
    const at = resolveWallTime(draft, kept.zone)?.at;
    return at === undefined ? draft : { ...draft, ...wallTimeAt(at, zone) };
  };
  const { draft, begunFrom, earlier } = kept;
  return {
    ...kept,
    zone,
    draft: moved(draft),
    begunFrom: begunFrom && moved(begunFrom),
    earlier: earlier && { draft: moved(earlier.draft), from: moved(earlier.from) },
  };
}
