"use client";

import type { RulePack, RulePackPlan, Viewer } from "@genie/directus-client";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";
import { useProfiles } from "#features/platforms/use-profiles.ts";
import { rulesMessages } from "#messages/rules-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ImportButton } from "./import-button.tsx";
import { NoRules } from "./no-rules.tsx";
import { emptyPack } from "./pack-draft.ts";
import { RulePackDialog } from "./rule-pack-dialog.tsx";
import { RulePackRow } from "./rule-pack-row.tsx";
import { useRulePacks } from "./use-rule-packs.ts";

type Editing = { pack: RulePack | null; plan: RulePackPlan };

export function RulesPanel({ viewer }: { viewer: Viewer }) {
  const { rules: text } = useMessages(rulesMessages);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const list = useRulePacks(viewer);
  const profiles = useProfiles(viewer).data ?? [];
  const names = list.data?.map(({ name }) => name) ?? [];
  return (
    <Card className="grid grid-cols-1 gap-5">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="grid min-w-56 flex-1 gap-1">
          <CardTitle>{text.title}</CardTitle>
          <p className="max-w-prose text-ink-soft">{text.intro}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <ImportButton names={names} disabled={!list.data} onProblem={setProblem} />
          <Button onClick={() => setEditing({ pack: null, plan: emptyPack })}>
            <Plus aria-hidden />
            {text.create}
          </Button>
        </div>
      </div>
      {problem !== null && <Notice>{problem}</Notice>}
      {list.isPending && <RowsSkeleton label={text.loading} />}
      <LoadProblem what={text.loadFailed} of={[list]} />
      {list.data && list.data.length === 0 && (
        <NoRules onChoose={(plan) => setEditing({ pack: null, plan })} />
      )}
      {list.data && list.data.length > 0 && (
        <ul aria-label={text.listLabel} className="grid grid-cols-1">
          {list.data.map((pack) => (
            <RulePackRow
              key={pack.id}
              pack={pack}
              profiles={profiles}
              onEdit={() => setEditing({ pack, plan: pack })}
            />
          ))}
        </ul>
      )}
      {editing !== null && (
        <RulePackDialog
          id={editing.pack?.id ?? null}
          start={editing.plan}
          profiles={profiles}
          onClose={() => setEditing(null)}
        />
      )}
    </Card>
  );
}
