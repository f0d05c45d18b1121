"use client";

import type { OwnTagRow as OwnTag } from "@genie/directus-client";
import { conceptBandOf } from "@genie/schema";
import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { RowAction } from "#components/ui/row-action.tsx";
import { ownTagsMessages } from "#messages/own-tags-messages.ts";
import { taxonomyMessages } from "#messages/taxonomy-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { OwnTagDialog } from "./own-tag-dialog.tsx";
import { useChangeOwnTags } from "./use-own-tags.ts";

/** A tag of hers, and how it is sorted, in words. */
export function OwnTagRow({ tag }: { tag: OwnTag }) {
  const { ownTags: text } = useMessages(ownTagsMessages);
  const { taxonomy } = useMessages(taxonomyMessages);
  const { remove } = useChangeOwnTags();
  const [changing, setChanging] = useState(false);
  const { concept, weight, ignored } = tag;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-3 last:pb-0">
      <div data-sensitive className="grid min-w-40 flex-1 gap-0.5">
        <span className="font-strong wrap-anywhere">{tag.tag}</span>
        <span className="text-ink-soft">
          {ignored
            ? text.ignored
            : text.sortedAs(
                taxonomy.concepts[concept].name,
                taxonomy.bands[concept][conceptBandOf(weight)],
              )}
        </span>
      </div>
      <div className="-ml-3 flex flex-wrap gap-1 sm:ml-0">
        <RowAction
          icon={Pencil}
          label={text.change}
          name={text.changeNamed(tag.tag)}
          onClick={() => setChanging(true)}
        />
        <RowAction
          icon={Trash2}
          label={text.delete}
          name={text.deleteNamed(tag.tag)}
          busy={remove.isPending}
          onClick={() => remove.mutate(tag)}
        />
      </div>
      {changing && <OwnTagDialog start={tag} before={tag} onClose={() => setChanging(false)} />}
    </li>
  );
}
