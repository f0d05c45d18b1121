"use client";

import type { AssistantCall } from "@genie/assistant";
import type { ActionOutcome, Viewer } from "@genie/directus-client";
import type { ConfirmationRequest } from "@genie/schema";
import { useRef } from "react";
import { OpenedConfirmation } from "#features/confirmations/opened-confirmation.tsx";
import { assistantMessages } from "#messages/assistant-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { CallLine } from "./call-line.tsx";
import { useSettledElsewhere } from "./use-settled-elsewhere.ts";

type CallViewProps = {
  viewer: Viewer;
  call: AssistantCall;
  onSettled: (change: Partial<AssistantCall>) => void;
};

/** Something that the assistant does, or asks her to confirm first. */
export function CallView({ viewer, call, onSettled }: CallViewProps) {
  const { assistant: text } = useMessages(assistantMessages);
  const { confirmation } = call;
  useSettledElsewhere(viewer, call, onSettled);
  const place = useRef<HTMLDivElement>(null);
  const settle = (answer: ConfirmationRequest["answer"], outcome: ActionOutcome | null) => {
    // The button that she pressed goes; what came of it takes its place.
    place.current?.focus();
    if (answer === "decline") onSettled({ status: "failed", message: text.declined });
    else if (outcome?.status === "done") {
      onSettled({ status: "done", steps: outcome.steps, result: outcome.result });
    } else if (outcome?.status === "failed") {
      onSettled({ status: "failed", steps: outcome.steps, message: outcome.message });
    }
  };
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      {call.status === "waiting" && confirmation !== undefined ? (
        // What the conversation keeps of the question may have been written by anybody.
        <OpenedConfirmation
          key={confirmation.id}
          id={confirmation.id}
          viewer={viewer}
          onAnswered={settle}
        />
      ) : (
        <CallLine call={call} />
      )}
    </div>
  );
}
