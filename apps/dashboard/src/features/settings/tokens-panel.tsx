"use client";

import { listApiTokens, type Viewer } from "@genie/directus-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { CreateTokenDialog } from "./create-token-dialog.tsx";
import { TokenList } from "./token-list.tsx";
import { TokenListSkeleton } from "./token-list-skeleton.tsx";

const tokensKey = ["api-tokens"] as const;

export function TokensPanel({ viewer }: { viewer: Viewer }) {
  const { tokens } = useMessages(settingsMessages);
  const queryClient = useQueryClient();
  const [creating, setCreating] = useState(false);
  const list = useQuery({
    queryKey: tokensKey,
    queryFn: () => listApiTokens(browserDirectus(), viewer),
  });
  const reload = () => queryClient.invalidateQueries({ queryKey: tokensKey });

  return (
    <Card className="grid grid-cols-1 gap-5">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="grid min-w-56 flex-1 gap-1">
          <CardTitle>{tokens.title}</CardTitle>
          <p className="max-w-prose text-ink-soft">{tokens.intro}</p>
        </div>
        <Button onClick={() => setCreating(true)}>
          <Plus aria-hidden />
          {tokens.create}
        </Button>
      </div>
      {list.isPending && <TokenListSkeleton label={tokens.loading} />}
      <LoadProblem what={tokens.loadFailed} of={[list]} />
      {list.data &&
        (list.data.length === 0 ? (
          <div className="rounded-control border border-dashed border-control px-4 py-8 text-center">
            <p className="font-strong">{tokens.emptyTitle}</p>
            <p className="text-ink-soft">{tokens.empty}</p>
          </div>
        ) : (
          <TokenList tokens={list.data} onRevoked={reload} />
        ))}
      {creating && (
        <CreateTokenDialog
          isAdmin={viewer.isAdmin}
          onClose={() => setCreating(false)}
          onCreated={reload}
        />
      )}
    </Card>
  );
}
