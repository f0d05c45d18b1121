import { z } from "zod";
import { type DeviceStorage, namesOf, typedPrefix } from "#features/device/forget-typed.ts";
import { keptHere } from "#features/device/kept-here.ts";
import { newPlace } from "./draft-place.ts";
import { WrittenDraft } from "./written-draft.ts";

const keptForMs = 30 * 24 * 60 * 60_000;

/** A draft that is being written. Moments are in milliseconds since 1970. */
export type KeptDraft = z.infer<typeof KeptDraft>;
const KeptDraft = z.object({
  id: z.string(),
  draft: WrittenDraft,
  /** The IANA zone that its date and time are meant in. */
  zone: z.string(),
  begunAt: z.number(),
  /** What the posts that exist were then; null for new ones. */
  begunFrom: WrittenDraft.nullable(),
  changedAt: z.number(),
  /** The last try to hand it in whose end is not known, and its key, which the next try has too. */
  handedIn: z.object({ key: z.string(), at: z.number() }).nullable(),
  /** What she wrote, and from what, before the posts were changed elsewhere. */
  earlier: z.object({ draft: WrittenDraft, from: WrittenDraft }).nullable(),
});

/** How saving a draft goes. Once it is saved nothing can be done with it any more. */
export type SaveState =
  | { kind: "failed"; error: unknown }
  | { kind: "idle" }
  | { kind: "saved" | "saving"; id: string; status: "draft" | "pending" };

type DraftStoreOptions = { storage: DeviceStorage; viewerId: string; now?: () => number };

/**
 * The drafts of one person on this device, by their places (`placeOf`), and how saving each of them goes. They are in
 * the browser's storage until they are saved or 30 days old, with ids in place of media.
 */
export function draftStore({ storage, viewerId, now = Date.now }: DraftStoreOptions) {
  const prefix = `${typedPrefix("draft")}${viewerId}:`;
  /** What could not be stored. */
  const unstored = new Map<string, KeptDraft>();
  const saves = new Map<string, SaveState>();
  const listeners = new Set<() => void>();
  const at = (place: string) => keptHere(storage, `${prefix}${place}`, KeptDraft);

  for (const name of namesOf(storage, typedPrefix("draft"))) {
    const entry = keptHere(storage, name, KeptDraft);
    if (now() - (entry.read()?.changedAt ?? 0) > keptForMs) entry.forget();
  }

  function read(place: string): KeptDraft | null {
    return unstored.get(place) ?? at(place).read();
  }
  function put(place: string, kept: KeptDraft | null): void {
    unstored.delete(place);
    if (kept === null) at(place).forget();
    else if (!at(place).keep(kept)) unstored.set(place, kept);
  }
  function setSave(place: string, state: SaveState): void {
    saves.set(place, state);
    for (const listener of listeners) listener();
  }
  function saveOf(place: string): SaveState {
    return saves.get(place) ?? idle;
  }
  function isBusy(place: string): boolean {
    const { kind } = saveOf(place);
    return kind === "saving" || kind === "saved";
  }
  /** What she began from a picture or a day and left, the latest. */
  function latestElsewhere(): { place: string; kept: KeptDraft } | undefined {
    const names = namesOf(storage, `${prefix}${newPlace} `);
    return names
      .flatMap((name) => {
        const place = name.slice(prefix.length);
        const kept = isBusy(place) ? null : read(place);
        return kept === null ? [] : [{ place, kept }];
      })
      .toSorted((one, other) => other.kept.changedAt - one.kept.changedAt)[0];
  }

  return {
    read,
    /** What waits at a place when it is opened. "+" goes on with what was begun elsewhere when it has nothing itself. */
    open(place: string): KeptDraft | null {
      if (saveOf(place).kind === "saved") saves.delete(place);
      const other = place === newPlace && read(place) === null ? latestElsewhere() : undefined;
      if (other !== undefined) {
        put(other.place, null);
        put(place, other.kept);
      }
      return read(place);
    },
    /** Keeps what was just typed or chosen; what was said of an earlier try to save it is no longer so. */
    keep(place: string, kept: KeptDraft): void {
      put(place, { ...kept, changedAt: now() });
      if (saveOf(place).kind === "failed") setSave(place, idle);
    },
    /** Puts another draft in a place, or none, and answers what was there. */
    replace(place: string, kept: KeptDraft | null): KeptDraft | null {
      const before = read(place);
      put(place, kept);
      if (saveOf(place).kind === "failed") setSave(place, idle);
      return before;
    },
    saveOf,
    /** Whether it may be saved now, with this key: not while it is. It is kept until then. */
    beginSave(
      place: string,
      kept: KeptDraft,
      { key, status }: { key: string; status: "draft" | "pending" },
    ): boolean {
      if (isBusy(place)) return false;
      const at = now();
      put(place, { ...kept, changedAt: at, handedIn: { key, at } });
      setSave(place, { kind: "saving", id: kept.id, status });
      return true;
    },
    /**
     * Ends what was handed in with this key, and has arrived though nobody heard of it: the draft is kept no longer.
     * Answers whether there is more in it, which was written since: that stays, for a key of its own.
     */
    arrived(place: string, key: string): boolean {
      const kept = read(place);
      if (kept?.handedIn?.key !== key) return false;
      const isMore = kept.changedAt > kept.handedIn.at;
      put(place, isMore ? { ...kept, handedIn: null } : null);
      return isMore;
    },
    /** Ends a save that `beginSave` allowed: the draft is kept no longer. */
    saved(place: string): void {
      const save = saveOf(place);
      if (save.kind !== "saving") return;
      // Another may have been put in its place meanwhile.
      if (read(place)?.id === save.id) put(place, null);
      setSave(place, { ...save, kind: "saved" });
    },
    /** Ends a save that `beginSave` allowed: the draft is kept for another try. */
    failed(place: string, error: unknown): void {
      setSave(place, { kind: "failed", error });
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export type DraftStore = ReturnType<typeof draftStore>;

const idle: SaveState = { kind: "idle" };

let open: { viewerId: string; store: DraftStore } | undefined;

/** The drafts of this person in this browser. */
export function browserDrafts(viewerId: string): DraftStore {
  if (open?.viewerId !== viewerId) {
    open = { viewerId, store: draftStore({ storage: window.localStorage, viewerId }) };
  }
  return open.store;
}
