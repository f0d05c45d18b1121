"use client";

import { type FlowInFull, switchFlow } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Copy } from "lucide-react";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { flowsKey } from "#features/actions/use-flows.ts";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { flowEditorMessages } from "#messages/flow-editor-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

/** Says what can be done with a flow that comes with the product. */
export function ShippedNote({ flow }: { flow: FlowInFull }) {
  const { flowEditor: text } = useMessages(flowEditorMessages);
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const toggle = useMutation({
    mutationFn: (isActive: boolean) => switchFlow(browserDirectus(), flow.id, isActive),
    onSettled: () => queryClient.invalidateQueries({ queryKey: flowsKey }),
  });
  const isActive = toggle.isPending ? toggle.variables : flow.isActive;
  return (
    <Card className="grid grid-cols-1 gap-4">
      <div className="grid gap-1">
        <CardTitle>{text.shippedTitle}</CardTitle>
        <p className="text-ink-soft">{text.shipped}</p>
      </div>
      {toggle.isError && <Notice>{sentence(toggle.error)}</Notice>}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Switch
          label={text.switchLabel(flow.name)}
          words={isActive ? text.on : text.off}
          checked={isActive}
          disabled={toggle.isPending}
          onChange={(checked) => toggle.mutate(checked)}
        />
        <ButtonLink variant="secondary">
          <IntentLink href={`/app/actions/flows/new?from=${flow.slug}`}>
            <Copy aria-hidden />
            {text.copy}
          </IntentLink>
        </ButtonLink>
      </div>
    </Card>
  );
}
