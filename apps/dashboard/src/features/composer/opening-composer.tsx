"use client";

import { Drawer } from "#components/ui/drawer.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ComposerSkeleton } from "./composer-skeleton.tsx";
import { addressParts } from "./draft-place.ts";

/** Stands where the composer will be while it is fetched. */
export function OpeningComposer() {
  const { actions } = useMessages();
  const { composer } = useMessages(composerMessages);
  const address = useAddress();
  return (
    <Drawer
      wide
      title={composer.newTitle}
      closeLabel={actions.close}
      onClose={() => address.close(...addressParts)}
    >
      <ComposerSkeleton />
    </Drawer>
  );
}
