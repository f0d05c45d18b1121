"use client";

import type { Viewer } from "@genie/directus-client";
import { lazy, Suspense, useState } from "react";
import { Drawer } from "#components/ui/drawer.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ComposerSkeleton } from "./composer-skeleton.tsx";

const Composer = lazy(async () => {
  const { Composer: Opened } = await import("./composer.tsx");
  return { default: Opened };
});

/** The composer, fetched when it is first opened; it stays then, with what was typed. */
export function ComposerGate({ viewer }: { viewer: Viewer }) {
  const { actions, composer } = useMessages();
  const address = useAddress();
  const isWanted = address.get("compose") !== null;
  const [wasWanted, setWasWanted] = useState(isWanted);
  if (isWanted && !wasWanted) setWasWanted(true);
  if (!wasWanted) return null;
  const opening = isWanted && (
    <Drawer
      wide
      title={composer.newTitle}
      closeLabel={actions.close}
      onClose={() => address.close("compose")}
    >
      <ComposerSkeleton />
    </Drawer>
  );
  return (
    <Suspense fallback={opening}>
      <Composer viewer={viewer} />
    </Suspense>
  );
}
