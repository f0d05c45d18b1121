"use client";

import type { MediaPreset, Viewer } from "@genie/directus-client";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";
import { mediaWorkMessages } from "#messages/media-work-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { PresetRow } from "./preset-row.tsx";
import { usePresets } from "./use-presets.ts";
import { workNames } from "./work-icons.ts";

/** All her presets by kind: renamed, deleted, and made what a kind of work starts from. */
export function PresetsPanel({ viewer }: { viewer: Viewer }) {
  const { mediaWork } = useMessages(mediaWorkMessages);
  const { presets: text } = mediaWork;
  const list = usePresets(viewer);
  return (
    <Card className="grid grid-cols-1 gap-5">
      <div className="grid gap-1">
        <CardTitle>{text.title}</CardTitle>
        <p className="max-w-prose text-ink-soft">{text.intro}</p>
      </div>
      {list.isPending && <RowsSkeleton label={text.loading} />}
      <LoadProblem what={text.loadFailed} of={[list]} />
      {list.data && list.data.length === 0 && (
        <p className="rounded-control border border-dashed border-control p-4 text-ink-soft">
          {text.empty}
        </p>
      )}
      {list.data && <PresetLists presets={list.data} />}
    </Card>
  );
}

function PresetLists({ presets }: { presets: readonly MediaPreset[] }) {
  const { mediaWork } = useMessages(mediaWorkMessages);
  return workNames.map((work) => {
    const ofKind = presets.filter((preset) => preset.work === work);
    if (ofKind.length === 0) return null;
    return (
      <section key={work} aria-labelledby={`presets-${work}`} className="grid grid-cols-1 gap-1">
        <h3 id={`presets-${work}`} className="font-strong">
          {mediaWork.kinds[work]}
        </h3>
        <ul className="grid grid-cols-1">
          {ofKind.map((preset) => (
            <PresetRow key={preset.id} preset={preset} presets={ofKind} />
          ))}
        </ul>
      </section>
    );
  });
}
