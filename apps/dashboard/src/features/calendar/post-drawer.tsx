"use client";

import { Drawer } from "#components/ui/drawer.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { PostDetails } from "./post-details.tsx";
import { usePost } from "./use-posts.ts";

/** The post that the address names. */
export function PostDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { actions } = useMessages();
  const { calendar } = useMessages(calendarMessages);
  const post = usePost(id);
  return (
    <Drawer title={calendar.post.title} closeLabel={actions.close} onClose={onClose}>
      {post.isPending && (
        <output aria-label={calendar.post.loading} className="grid grid-cols-1 gap-4">
          <Skeleton className="aspect-square w-full" />
          <Skeleton className="h-6 w-2/3" />
          <Skeleton className="h-20 w-full" />
        </output>
      )}
      <LoadProblem what={calendar.post.loadFailed} of={[post]} />
      {post.data !== undefined &&
        (post.data === null ? (
          <p>{calendar.post.gone}</p>
        ) : (
          <PostDetails post={post.data} onCancelled={onClose} />
        ))}
    </Drawer>
  );
}
