"use client";

import { type ActionOutcome, answerConfirmation } from "@genie/directus-client";
import type { ActionStep, ConfirmationRequest } from "@genie/schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { withStep } from "#features/actions/with-step.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { confirmationsKey } from "./confirmations-key.ts";

type Answer = ConfirmationRequest["answer"];

/** Answers one confirmation; what it does is told step by step. */
export function useAnswer(
  id: string,
  onAnswered: (answer: Answer, outcome: ActionOutcome | null) => void,
) {
  const queryClient = useQueryClient();
  const [steps, setSteps] = useState<ActionStep[]>([]);
  const answer = useMutation({
    mutationFn: (word: Answer) =>
      answerConfirmation(browserDirectus(), id, word, {
        onStep: (step) => setSteps((before) => withStep(before, step)),
      }),
    onSuccess: (outcome, word) => onAnswered(word, outcome),
    // What it did may stand in any list.
    onSettled: (_outcome, _error, word) =>
      word === "confirm"
        ? queryClient.invalidateQueries()
        : queryClient.invalidateQueries({ queryKey: confirmationsKey }),
  });
  return { answer, steps };
}
