"use client";

import { AppError } from "@genie/errors";
import { useMessages } from "#messages/use-messages.ts";

/** The sentence to show for a request that failed. */
export function useSentence(): (error: unknown) => string {
  const { errors } = useMessages();
  return (error) => {
    const isAnswer = error instanceof AppError && error.code !== "upstream_unavailable";
    if (!isAnswer && !navigator.onLine) return errors.offline;
    return error instanceof AppError ? error.message : errors.requestFailed;
  };
}
