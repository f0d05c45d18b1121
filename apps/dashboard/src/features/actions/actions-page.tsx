"use client";

import type { Viewer } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { Plus, Zap } from "lucide-react";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { readAssistant } from "#features/assistant/read-assistant.ts";
import { WaitingSection } from "#features/confirmations/waiting-section.tsx";
import { LinkChoice } from "#features/insights/link-choice.tsx";
import { Page } from "#features/shell/page.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { flowsMessages } from "#messages/flows-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { FlowListSkeleton } from "./actions-skeleton.tsx";
import { FlowList } from "./flow-list.tsx";
import type { Installed } from "./flow-needs.ts";
import { RunDrawer } from "./run-drawer.tsx";
import { TrailSection } from "./trail-section.tsx";
import { useFlows } from "./use-flows.ts";

type ActionsPageProps = { viewer: Viewer; installed: Installed };

/** What can be done by its name, what waits for her yes, and what was done. */
export function ActionsPage({ viewer, installed }: ActionsPageProps) {
  const { flows: text } = useMessages(flowsMessages);
  const { titles } = useMessages();
  const address = useAddress();
  const flows = useFlows();
  const assistant = useQuery({ queryKey: ["assistant"], queryFn: readAssistant });
  const showsTrail = address.get("view") === "trail";
  const run = address.get("run");
  return (
    <Page
      title={titles.actions}
      intro={text.intro}
      action={
        viewer.isAdmin && (
          <ButtonLink>
            <IntentLink href="/app/actions/flows/new">
              <Plus aria-hidden />
              {text.newFlow}
            </IntentLink>
          </ButtonLink>
        )
      }
    >
      <WaitingSection viewer={viewer} opened={address.get("confirm")} />
      <div className="justify-self-start">
        <LinkChoice
          label={text.viewsLabel}
          part="view"
          choices={[
            { value: null, label: text.views.flows, isChosen: !showsTrail },
            { value: "trail", label: text.views.trail, isChosen: showsTrail },
          ]}
        />
      </div>
      {showsTrail ? (
        <TrailSection viewer={viewer} flows={flows.data ?? []} />
      ) : (
        <>
          {flows.isPending && <FlowListSkeleton />}
          <LoadProblem what={text.loadFailed} of={[flows]} />
          {flows.data?.length === 0 && (
            <EmptyState icon={Zap} title={text.emptyTitle} text={text.empty} />
          )}
          {flows.data && (
            <FlowList
              flows={flows.data}
              viewer={viewer}
              stepNeeds={installed.stepNeeds}
              has={{ browser: installed.hasBrowser, model: assistant.data?.model !== null }}
            />
          )}
        </>
      )}
      {run !== null && flows.data && (
        <RunDrawer
          key={run}
          flow={flows.data.find(({ slug, isActive }) => slug === run && isActive)}
          viewer={viewer}
          again={address.get("again")}
          onClose={() => address.close("run", "again")}
        />
      )}
    </Page>
  );
}
