"use client";

import type { Viewer } from "@genie/directus-client";
import { Drawer } from "#components/ui/drawer.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { addressParts, newPlace, placeOf } from "./draft-place.ts";
import { EditComposer } from "./edit-composer.tsx";
import { NewComposer } from "./new-composer.tsx";

/**
 * Opens over any page by `?compose=new` (with `on=<date>` or `media=<ids>`) or `?compose=<post id>`
 * (with `together=1` for all posts that were written as one with it).
 * What was typed stays on this device until it is saved, so closing asks nothing and loses nothing.
 */
export function Composer({ viewer }: { viewer: Viewer }) {
  const { actions } = useMessages();
  const { composer } = useMessages(composerMessages);
  const address = useAddress();
  const target = address.get("compose");
  const place = placeOf(address);
  if (target === null || place === null) return null;

  const close = () => address.close(...addressParts);
  const form = { viewer, place, onSaved: close };
  return (
    <Drawer
      wide
      title={target === newPlace ? composer.newTitle : composer.editTitle}
      closeLabel={actions.close}
      onClose={close}
    >
      {target === newPlace ? (
        <NewComposer
          key={place}
          {...form}
          day={address.get("on")}
          mediaIds={address.get("media")}
        />
      ) : (
        <EditComposer
          key={place}
          {...form}
          id={target}
          isTogether={address.get("together") !== null}
        />
      )}
    </Drawer>
  );
}
