import {
  type InvalidateOptions,
  type InvalidateQueryFilters,
  MutationCache,
  notifyManager,
  QueryCache,
  QueryClient,
  type QueryKey,
} from "@tanstack/react-query";
import { leaveWhenSignedOut } from "#features/session/leave-when-signed-out.ts";

/** What pages read, and how they ask for it. */
export function createQueryClient(): QueryClient {
  return new ChangedQueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    // The Directus client has already waited and repeated where that makes sense.
    defaultOptions: {
      queries: { retry: false, staleTime: 30_000 },
      // Offline it is said at once that nothing was done, and nothing is done by itself later.
      mutations: { networkMode: "always" },
    },
  });
}

/**
 * After a change, what was still on its way is not taken for what is true now. TanStack's own client lets a first
 * answer, and one that no page waits for any more, come in after it, and shows it as fresh.
 */
class ChangedQueryClient extends QueryClient {
  override invalidateQueries<K extends QueryKey = QueryKey>(
    filters?: InvalidateQueryFilters<K>,
    options?: InvalidateOptions,
  ): Promise<void> {
    return notifyManager.batch(() => {
      void this.cancelQueries({ ...filters, fetchStatus: "fetching" });
      return super.invalidateQueries(filters, options);
    });
  }
}

function onError(error: unknown): void {
  void leaveWhenSignedOut(error);
}
