"use client";

import { createFlow, type FlowInFull, type FlowPlan, updateFlow } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useToast } from "#components/ui/toaster.tsx";
import { flowsKey } from "#features/actions/use-flows.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { flowEditorMessages } from "#messages/flow-editor-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

/** Saves a flow; the page then stands at the address that it has. */
export function useSaveFlow(flow: FlowInFull | null, onSaved: () => void) {
  const { flowEditor: text } = useMessages(flowEditorMessages);
  const queryClient = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  return useMutation({
    mutationFn: (plan: FlowPlan) =>
      flow === null
        ? createFlow(browserDirectus(), plan)
        : updateFlow(browserDirectus(), flow.id, plan),
    onSuccess: async (_nothing, plan) => {
      onSaved();
      await queryClient.invalidateQueries({ queryKey: flowsKey });
      toast(text.saved(plan.name));
      if (plan.slug !== flow?.slug) router.replace(`/app/actions/flows/${plan.slug}`);
    },
  });
}
