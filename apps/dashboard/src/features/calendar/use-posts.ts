"use client";

import {
  listPosts,
  type Media,
  type Post,
  type PostQuery,
  readPost,
  readPostGroup,
  type Viewer,
} from "@genie/directus-client";
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { pollIntervalMs } from "./poll-interval.ts";

/** Where posts are kept; what changes a post invalidates it. */
export const postsKey = ["posts"] as const;

/** A list of her posts that stays up to date while it is looked at. */
export function usePosts(viewer: Viewer, query: PostQuery) {
  return useQuery({
    queryKey: [...postsKey, "list", query],
    queryFn: () => listPosts(browserDirectus(), viewer, query),
    refetchInterval: ({ state }) => pollIntervalMs(state.data ?? [], new Date()),
  });
}

/** One post, at once when a list on the page has it; null when there is no such post. */
export function usePost(id: string) {
  const queryClient = useQueryClient();
  return useQuery({
    queryKey: [...postsKey, "one", id],
    queryFn: () => readPost(browserDirectus(), id),
    placeholderData: () => findListed(queryClient, id),
    refetchInterval: ({ state }) => pollIntervalMs(state.data ? [state.data] : [], new Date()),
  });
}

/** The posts that were written as one, up to date while they are looked at; nothing is asked for null. */
export function usePostGroup(groupId: string | null) {
  return useQuery({
    queryKey: [...postsKey, "group", groupId],
    queryFn: () => readPostGroup(browserDirectus(), groupId ?? ""),
    enabled: groupId !== null,
    refetchInterval: ({ state }) => pollIntervalMs(state.data ?? [], new Date()),
  });
}

function findListed(queryClient: QueryClient, id: string): Post | undefined {
  const lists = queryClient.getQueriesData<Post[]>({ queryKey: [...postsKey, "list"] });
  return lists.flatMap(([, posts]) => posts ?? []).find((post) => post.id === id);
}

/** Changes what is known of media wherever a post that was read shows them. */
export function changeMediaOfPosts(queryClient: QueryClient, change: (one: Media) => Media): void {
  const changed = (post: Post): Post => ({ ...post, media: post.media.map(change) });
  queryClient.setQueriesData<Post | null>(
    { queryKey: [...postsKey, "one"] },
    (post) => post && changed(post),
  );
  for (const kind of ["list", "group"]) {
    queryClient.setQueriesData<Post[]>({ queryKey: [...postsKey, kind] }, (posts) =>
      posts?.map(changed),
    );
  }
}
