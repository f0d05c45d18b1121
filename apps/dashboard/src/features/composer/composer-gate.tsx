"use client";

import type { Viewer } from "@genie/directus-client";
import { Suspense, useEffect, useState } from "react";
import { lazily } from "#components/ui/lazily.ts";
import { onFirstInput } from "#components/ui/on-first-input.ts";
import { useAddress } from "#features/shell/use-address.ts";

const opening = lazily(async () => (await import("./opening-composer.tsx")).OpeningComposer);
const composer = lazily(async () => (await import("./composer.tsx")).Composer);

/** For what is about to open it. */
export const prepareComposer = composer.prepare;

/** The composer, fetched when it is first opened. */
export function ComposerGate({ viewer }: { viewer: Viewer }) {
  const isWanted = useAddress().get("compose") !== null;
  const [wasWanted, setWasWanted] = useState(isWanted);
  if (isWanted && !wasWanted) setWasWanted(true);
  // Small, and it brings along what every dialog is made of.
  useEffect(() => onFirstInput(opening.prepare), []);
  if (!wasWanted) return null;
  return (
    <Suspense fallback={<Suspense>{isWanted && <opening.Component />}</Suspense>}>
      <composer.Component viewer={viewer} />
    </Suspense>
  );
}
