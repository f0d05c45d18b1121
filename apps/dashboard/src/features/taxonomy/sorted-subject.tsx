"use client";

import type { KnownTag, Viewer } from "@genie/directus-client";
import { type ClassifiedTag, conceptBandOf, conceptSlugs, type ConceptSlug } from "@genie/schema";
import { useState } from "react";
import { useToast } from "#components/ui/toaster.tsx";
import { aboutMediaMessages } from "#messages/about-media-messages.ts";
import { taxonomyMessages } from "#messages/taxonomy-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { AddTag } from "./add-tag.tsx";
import { ConceptRow } from "./concept-row.tsx";
import { type Sorted, standingOf, withConcept, withoutTag, withTag } from "./corrections.ts";
import { newOwnTag, OwnTagDialog, type OwnTagDraft } from "./own-tag-dialog.tsx";
import { ProposedTags } from "./proposed-tags.tsx";
import { TagGroups } from "./tag-groups.tsx";
import { useCorrect } from "./use-correct.ts";
import { useChangeOwnTags, useOwnTags } from "./use-own-tags.ts";

const mostAdded = 50;

type SortedSubjectProps = { viewer: Viewer; mediaId: string; entry: Sorted; canChange: boolean };

/** The concepts and tags of an entry that has been sorted, and every correction of them. */
export function SortedSubject({ viewer, mediaId, entry, canChange }: SortedSubjectProps) {
  const { aboutMedia: text } = useMessages(aboutMediaMessages);
  const { taxonomy } = useMessages(taxonomyMessages);
  const toast = useToast();
  const correct = useCorrect(mediaId);
  const { data: own = [] } = useOwnTags(viewer);
  const { saveAtOnce } = useChangeOwnTags();
  const [draft, setDraft] = useState<{ start: OwnTagDraft; adds: boolean } | null>(null);
  const { tags } = entry.classification;
  const counting = tags.filter(({ by }) => by !== "proposed");
  const isEmpty =
    tags.length === 0 &&
    conceptSlugs.every((slug) => standingOf(entry.classification, slug).band === null);
  const ownTag = (tag: string) => own.find((one) => one.tag === tag);

  const add = (tag: KnownTag) => {
    if (entry.corrections.added.length >= mostAdded) return toast(text.full);
    return correct({ from: entry, to: withTag(entry, tag), said: text.added(tag.tag) });
  };
  const remove = (tag: ClassifiedTag) =>
    correct({
      from: entry,
      to: withoutTag(entry, tag),
      said: tag.by === "proposed" ? text.dismissed(tag.tag) : text.removed(tag.tag),
    });
  const set = (concept: ConceptSlug, value: number | null) => {
    const { name } = taxonomy.concepts[concept];
    const said =
      value === null
        ? text.givenBack(name)
        : text.set(name, taxonomy.bands[concept][conceptBandOf(value)]);
    correct({ from: entry, to: withConcept(entry, concept, value), said });
  };
  const actions = {
    onRemove: remove,
    onIgnore: ({ tag, concept, weight }: ClassifiedTag) => {
      const before = ownTag(tag);
      saveAtOnce.mutate({ plan: { id: before?.id, tag, concept, weight, ignored: true }, before });
    },
    onSortOtherwise: ({ tag, concept, weight }: ClassifiedTag) =>
      setDraft({ start: { tag, concept, weight, ignored: false }, adds: false }),
  };
  return (
    <>
      <ul aria-label={text.conceptsLabel} className="grid gap-2">
        {conceptSlugs.map((concept) => (
          <ConceptRow
            key={concept}
            concept={concept}
            entry={entry}
            onSet={canChange ? (value) => set(concept, value) : undefined}
          />
        ))}
      </ul>
      {isEmpty && <p className="text-ink-soft">{text.empty}</p>}
      {counting.length > 0 && (
        <div className="grid gap-3">
          <TagGroups tags={counting} actions={canChange ? actions : undefined} />
        </div>
      )}
      {canChange && (
        <>
          <ProposedTags
            tags={tags.filter(({ by }) => by === "proposed")}
            onTake={add}
            onDismiss={remove}
          />
          <div>
            <AddTag
              viewer={viewer}
              mediaId={mediaId}
              entry={entry}
              onAdd={add}
              onMakeOwn={(tag) => setDraft({ start: { ...newOwnTag, tag }, adds: true })}
            />
          </div>
        </>
      )}
      {draft !== null && (
        <OwnTagDialog
          start={draft.start}
          before={ownTag(draft.start.tag)}
          isFixed
          onClose={() => setDraft(null)}
          onSaved={(saved) => {
            if (draft.adds && !saved.ignored) add(saved);
          }}
        />
      )}
    </>
  );
}
