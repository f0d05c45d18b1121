"use client";

import { type LetterLink as Found, lookAtLink } from "@genie/directus-client";
import { useEffect, useState } from "react";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";

export type LetterLink =
  | { state: "looking" }
  | { state: "over" }
  | { state: "failed"; sentence: string }
  | ({ state: "good"; token: string } & Found);

/** What the link of a letter is for. Its secret stands behind the `#`, where no server sees it. */
export function useLetterLink(wanted: readonly Found["purpose"][]): LetterLink {
  const [link, setLink] = useState<LetterLink>({ state: "looking" });
  const sentence = useSentence();
  useEffect(() => {
    const token = window.location.hash.slice(1);
    const look = async (): Promise<LetterLink> => {
      const found = token === "" ? null : await lookAtLink(browserDirectus(), token);
      if (found === null || !wanted.includes(found.purpose)) return { state: "over" };
      return { state: "good", token, ...found };
    };
    look().then(setLink, (error: unknown) =>
      setLink({ state: "failed", sentence: sentence(error) }),
    );
    // Once: the address does not change while the page is open.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return link;
}
