import { transferRate } from "./transfer-rate.ts";
import type { SendOptions, StoredFile } from "./upload-file.ts";

/** A file on its way into the library. */
export type Upload = {
  id: string;
  name: string;
  sizeBytes: number;
  sentBytes: number;
  /** Bytes a second; null as long as nothing can be said. */
  perSecond: number | null;
  /** The connection is lost, and it waits for it. */
  isInterrupted: boolean;
  state: "done" | "failed" | "sending" | "waiting";
  error: unknown;
  /** The new entry of the library. */
  mediaId: string | null;
};

type Steps = {
  send: (file: File, options: SendOptions) => Promise<StoredFile>;
  /** Makes the entry of a stored file. */
  keep: (stored: StoredFile, file: File) => Promise<string>;
  /** Removes a stored file that got no entry. */
  discard: (stored: StoredFile) => Promise<void>;
};

export type Uploads = {
  add: (files: readonly File[]) => void;
  /** Stops it, or takes a finished one off the list. */
  remove: (id: string) => void;
  retry: (id: string) => void;
  subscribe: (onChange: () => void) => () => void;
  list: () => readonly Upload[];
};

const atOnce = 2;
const untouched = { sentBytes: 0, perSecond: null, isInterrupted: false, error: null };

/** Sends files two at a time, wherever the person goes meanwhile. An upload is a whole entry or nothing. */
export function createUploads({ send, keep, discard }: Steps): Uploads {
  let uploads: readonly Upload[] = [];
  let count = 0;
  const files = new Map<string, File>();
  const stops = new Map<string, AbortController>();
  const listeners = new Set<() => void>();

  const set = (next: readonly Upload[]) => {
    uploads = next;
    for (const listener of listeners) listener();
  };
  const change = (id: string, changes: Partial<Upload>) =>
    set(uploads.map((upload) => (upload.id === id ? { ...upload, ...changes } : upload)));

  const startNext = () => {
    const sending = uploads.filter(({ state }) => state === "sending").length;
    const next = uploads.find(({ state }) => state === "waiting");
    const file = next && files.get(next.id);
    if (next === undefined || file === undefined || sending >= atOnce) return;
    void run(next.id, file).finally(startNext);
    startNext();
  };

  const run = async (id: string, file: File) => {
    const stop = new AbortController();
    stops.set(id, stop);
    const rate = transferRate();
    change(id, { ...untouched, state: "sending" });
    try {
      const stored = await send(file, {
        onProgress: (sentBytes) => {
          rate.note(sentBytes, Date.now());
          change(id, { sentBytes, perSecond: rate.perSecond(), isInterrupted: false });
        },
        onInterrupted: () => change(id, { perSecond: null, isInterrupted: true }),
        signal: stop.signal,
      });
      const mediaId = await keepOrDiscard(stored, file, stop.signal);
      files.delete(id);
      change(id, { state: "done", sentBytes: file.size, isInterrupted: false, mediaId });
    } catch (error) {
      change(id, { state: "failed", error });
    } finally {
      stops.delete(id);
    }
  };

  const keepOrDiscard = async (stored: StoredFile, file: File, signal: AbortSignal) => {
    try {
      signal.throwIfAborted();
      return await keep(stored, file);
    } catch (error) {
      // Why there is no entry matters more than a file that is left over.
      await Promise.allSettled([discard(stored)]);
      throw error;
    }
  };

  return {
    add: (added) => {
      const fresh = added.map<Upload>((file) => {
        count += 1;
        const id = String(count);
        files.set(id, file);
        const { name, size: sizeBytes } = file;
        return { ...untouched, id, name, sizeBytes, state: "waiting", mediaId: null };
      });
      set([...uploads, ...fresh]);
      startNext();
    },
    remove: (id) => {
      stops.get(id)?.abort();
      files.delete(id);
      set(uploads.filter((upload) => upload.id !== id));
    },
    retry: (id) => {
      change(id, { state: "waiting", error: null });
      startNext();
    },
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    list: () => uploads,
  };
}
