"use client";

import type { Viewer } from "@genie/directus-client";
import { useState } from "react";
import { Drawer } from "#components/ui/drawer.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { ComposerDraft } from "./composer-draft.ts";
import { EditComposer } from "./edit-composer.tsx";
import { NewComposer } from "./new-composer.tsx";

const newPost = "new";

/** Parts of the address that the composer reads; closing it takes them away. */
const addressParts = ["compose", "on", "media", "together"];

/**
 * Opens over any page by `?compose=new` (with `on=<date>` or `media=<ids>`) or `?compose=<post id>`
 * (with `together=1` for all posts that were written as one with it).
 * What was typed stays in memory until it is saved, so closing asks nothing and loses nothing.
 */
export function Composer({ viewer }: { viewer: Viewer }) {
  const { actions } = useMessages();
  const { composer } = useMessages(composerMessages);
  const address = useAddress();
  const [drafts, setDrafts] = useState<Record<string, ComposerDraft>>({});
  const target = address.get("compose");
  if (target === null) return null;

  const isTogether = address.get("together") !== null;
  const key = isTogether ? `${target} together` : target;
  const keep = (draft: ComposerDraft) => setDrafts((kept) => ({ ...kept, [key]: draft }));
  const close = () => address.close(...addressParts);
  const form = {
    viewer,
    kept: drafts[key],
    onChange: keep,
    onSaved: () => {
      setDrafts(({ [key]: _saved, ...others }) => others);
      close();
    },
  };
  return (
    <Drawer
      wide
      title={target === newPost ? composer.newTitle : composer.editTitle}
      closeLabel={actions.close}
      onClose={close}
    >
      {target === newPost ? (
        <NewComposer {...form} day={address.get("on")} mediaIds={address.get("media")} />
      ) : (
        <EditComposer key={key} {...form} id={target} isTogether={isTogether} />
      )}
    </Drawer>
  );
}
