"use client";

import { type ClassifiedTag, conceptSlugs } from "@genie/schema";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { aboutMediaMessages } from "#messages/about-media-messages.ts";
import { taxonomyMessages } from "#messages/taxonomy-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { type TagActions, TagChip } from "./tag-chip.tsx";

const mostAtFirst = 8;

type TagGroupsProps = {
  /** Without proposed ones. */
  tags: readonly ClassifiedTag[];
  actions: TagActions | undefined;
};

/** The tags of an entry by concept, the first few of each at once. */
export function TagGroups({ tags, actions }: TagGroupsProps) {
  const { taxonomy } = useMessages(taxonomyMessages);
  return conceptSlugs.map((concept) => {
    const ofConcept = tags.filter((tag) => tag.concept === concept);
    if (ofConcept.length === 0) return null;
    return (
      <TagGroup
        key={concept}
        name={taxonomy.concepts[concept].name}
        tags={ofConcept}
        actions={actions}
      />
    );
  });
}

function TagGroup({ name, tags, actions }: TagGroupsProps & { name: string }) {
  const { aboutMedia: text } = useMessages(aboutMediaMessages);
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? tags : tags.slice(0, mostAtFirst);
  return (
    <div className="grid gap-1">
      <p aria-hidden className="text-xs text-ink-soft">
        {name}
      </p>
      <ul aria-label={name} className="flex flex-wrap gap-1.5">
        {shown.map((tag) => (
          <li key={tag.tag} className="max-w-full">
            <TagChip tag={tag} actions={actions} />
          </li>
        ))}
        {shown.length < tags.length && (
          <li>
            <Button variant="quiet" size="small" onClick={() => setShowsAll(true)}>
              {text.more(tags.length - shown.length)}
            </Button>
          </li>
        )}
      </ul>
    </div>
  );
}
