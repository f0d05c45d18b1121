"use client";

import type { Viewer } from "@genie/directus-client";
import { LoadMore } from "#components/ui/load-more.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { assistantMessages } from "#messages/assistant-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { closeChat } from "./chat-registry.ts";
import { ConversationRow } from "./conversation-row.tsx";
import { useConversations, useConversationWork } from "./use-conversations.ts";

type ConversationListProps = { viewer: Viewer; onDeleted?: () => void };

/** Her conversations, the latest first. */
export function ConversationList({ viewer, onDeleted = () => {} }: ConversationListProps) {
  const { loading } = useMessages();
  const { assistant: text } = useMessages(assistantMessages);
  const address = useAddress();
  const shown = address.get("c");
  const conversations = useConversations(viewer);
  const { rename, remove } = useConversationWork(viewer, (id) => address.replace({ c: id }));
  const titles = conversations.data?.pages.flat() ?? [];
  return (
    <div className="grid grid-cols-1 gap-2">
      {conversations.isPending && <RowsSkeleton label={loading.assistant} />}
      <LoadProblem what={text.listFailed} of={[conversations]} />
      {conversations.data && titles.length === 0 && (
        <p className="text-ink-soft">{text.noConversations}</p>
      )}
      <ul className="grid grid-cols-1 gap-0.5 empty:hidden">
        {titles.map((conversation) => (
          <li key={conversation.id}>
            <ConversationRow
              conversation={conversation}
              isOpen={conversation.id === shown}
              onRename={(title) => rename.mutate({ id: conversation.id, title })}
              onDelete={() =>
                remove.mutate(conversation.id, {
                  onSuccess: () => {
                    closeChat(conversation.id);
                    if (conversation.id === shown) address.replace({ c: null });
                    onDeleted();
                  },
                })
              }
            />
          </li>
        ))}
      </ul>
      <LoadMore pages={conversations} label={text.loadMore} />
    </div>
  );
}
