type Finished = { user: string; fileId: string; type: string; size: number };

const mostKept = 1000;

/**
 * Uploads that became whole lately. A sender that did not hear of the end asks how far it is, and would
 * send everything again if the upload were not known any more.
 */
export function finishedUploads() {
  const kept = new Map<string, Finished>();
  return {
    add(upload: string, finished: Finished): void {
      kept.set(upload, finished);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    },
    find(upload: string, user: string): Finished | null {
      const found = kept.get(upload);
      return found?.user === user ? found : null;
    },
  };
}

export type FinishedUploads = ReturnType<typeof finishedUploads>;
