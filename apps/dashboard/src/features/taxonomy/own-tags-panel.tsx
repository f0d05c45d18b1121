"use client";

import type { OwnTagRow as OwnTag, Viewer } from "@genie/directus-client";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { Input } from "#components/ui/input.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";
import { ownTagsMessages } from "#messages/own-tags-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { newOwnTag, OwnTagDialog } from "./own-tag-dialog.tsx";
import { OwnTagRow } from "./own-tag-row.tsx";
import { useOwnTags } from "./use-own-tags.ts";

const fewEnough = 10;

/** All tags that she wants sorted her way: added, changed, deleted. */
export function OwnTagsPanel({ viewer }: { viewer: Viewer }) {
  const { ownTags: text } = useMessages(ownTagsMessages);
  const list = useOwnTags(viewer);
  const [adding, setAdding] = useState(false);
  return (
    <Card className="grid grid-cols-1 gap-5">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="grid min-w-56 flex-1 gap-1">
          <CardTitle>{text.title}</CardTitle>
          <p className="max-w-prose text-ink-soft">{text.intro}</p>
        </div>
        <Button onClick={() => setAdding(true)}>
          <Plus aria-hidden />
          {text.add}
        </Button>
      </div>
      {list.isPending && <RowsSkeleton label={text.loading} />}
      <LoadProblem what={text.loadFailed} of={[list]} />
      {list.data && list.data.length === 0 && (
        <div className="rounded-control border border-dashed border-control px-4 py-8 text-center">
          <p className="font-strong">{text.emptyTitle}</p>
          <p className="text-ink-soft">{text.empty}</p>
        </div>
      )}
      {list.data && list.data.length > 0 && <OwnTagList tags={list.data} />}
      {adding && (
        <OwnTagDialog start={newOwnTag} before={undefined} onClose={() => setAdding(false)} />
      )}
    </Card>
  );
}

function OwnTagList({ tags }: { tags: readonly OwnTag[] }) {
  const { ownTags: text } = useMessages(ownTagsMessages);
  const [letters, setLetters] = useState("");
  const wanted = letters.trim().toLowerCase();
  const found = tags.filter(({ tag }) => tag.includes(wanted));
  return (
    <div className="grid grid-cols-1 gap-3">
      {tags.length > fewEnough && (
        <Input
          type="search"
          aria-label={text.find}
          placeholder={text.find}
          value={letters}
          onChange={({ target }) => setLetters(target.value)}
        />
      )}
      {found.length === 0 && <p className="text-ink-soft">{text.noneFound}</p>}
      <ul aria-label={text.listLabel} className="grid grid-cols-1 empty:hidden">
        {found.map((tag) => (
          <OwnTagRow key={tag.id} tag={tag} />
        ))}
      </ul>
    </div>
  );
}
