"use client";

import { enterLogIn, openLogIn } from "@genie/directus-client";
import type { EnterAnswer } from "@genie/schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { browserDirectus } from "#features/session/browser-directus.ts";

const askAgainMs = 1_000;

type Ended = Exclude<EnterAnswer["state"], "ready" | "starting">;
export type LogIn =
  | { kind: "opening"; sinceMs: number }
  | { kind: "ready"; ticket: string }
  | { kind: "ended"; state: Ended; notes: string | null }
  | { kind: "problem"; error: unknown };

/** The log-in to an account from the first wish to its end, and what can be done about it. */
export function useLogIn(profileId: string) {
  const queryClient = useQueryClient();
  const [round, setRound] = useState(0);
  // Asked for by the very next question, which no render comes before.
  const isLost = useRef(false);
  const opened = useQuery({
    queryKey: ["log-in", profileId, round],
    queryFn: () => openLogIn(browserDirectus(), profileId),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const id = opened.data;
  const key = ["log-in", "enter", id];
  const entered = useQuery({
    queryKey: key,
    queryFn: async () => {
      const answer = await enterLogIn(browserDirectus(), id ?? "", { lost: isLost.current });
      isLost.current = false;
      return answer;
    },
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === "starting" ? askAgainMs : false),
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [began] = useState(() => Date.now());
  return {
    id,
    logIn: describe(entered.data, opened.error ?? entered.error, entered.dataUpdatedAt - began),
    /** Asks how it stands, and for another way in. */
    ask: async ({ lost }: { lost: boolean }) => {
      isLost.current = lost;
      await queryClient.resetQueries({ queryKey: key });
    },
    /** Begins anew after an end. */
    begin: () => setRound((before) => before + 1),
  };
}

function describe(answer: EnterAnswer | undefined, error: unknown, sinceMs: number): LogIn {
  if (error) return { kind: "problem", error };
  if (answer === undefined || answer.state === "starting") return { kind: "opening", sinceMs };
  if (answer.state === "ready") return { kind: "ready", ticket: answer.ticket };
  return { kind: "ended", state: answer.state, notes: answer.notes };
}
