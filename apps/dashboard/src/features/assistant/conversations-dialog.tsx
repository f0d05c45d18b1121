"use client";

import type { Viewer } from "@genie/directus-client";
import { useEffect, useRef } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { assistantMessages } from "#messages/assistant-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ConversationList } from "./conversation-list.tsx";

type ConversationsDialogProps = { viewer: Viewer; onClose: () => void };

/** Her conversations where there is no room beside the one that is shown; choosing one closes it. */
export function ConversationsDialog({ viewer, onClose }: ConversationsDialogProps) {
  const { actions } = useMessages();
  const { assistant: text } = useMessages(assistantMessages);
  const shown = useAddress().get("c");
  const before = useRef(shown);
  useEffect(() => {
    if (shown !== null && shown !== before.current) onClose();
  }, [shown, onClose]);
  return (
    <Dialog open onOpenChange={onClose} title={text.conversations} closeLabel={actions.close}>
      {/* The way back is offered beside it, where a dialog lets nobody press. */}
      <ConversationList viewer={viewer} onDeleted={onClose} />
    </Dialog>
  );
}
