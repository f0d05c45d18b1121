"use client";

import { MessageCircleOff } from "lucide-react";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { assistantMessages } from "#messages/assistant-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

/** There is nobody to talk to: what an operator has to set, and where the same is done by hand. */
export function NoModel() {
  const { assistant: text } = useMessages(assistantMessages);
  return (
    <EmptyState icon={MessageCircleOff} title={text.noModelTitle} text={text.noModel}>
      <p className="text-ink-soft">{text.noModelMeanwhile}</p>
      <ButtonLink variant="secondary">
        <IntentLink href="/app/actions">{text.toActions}</IntentLink>
      </ButtonLink>
    </EmptyState>
  );
}
