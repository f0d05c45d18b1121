"use client";

import { listMediaOutings, type MediaOuting, type Viewer } from "@genie/directus-client";
import { postStates } from "@genie/schema";
import { useQuery } from "@tanstack/react-query";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import { usePlatformNames } from "#features/platforms/platforms-provider.tsx";
import { useProfiles } from "#features/platforms/use-profiles.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { libraryKey } from "./library-key.ts";

/** Where an entry went and is to go, its copies and look-alikes included. */
export function MediaOutings({ viewer, mediaId }: { viewer: Viewer; mediaId: string }) {
  const { library } = useMessages(libraryMessages);
  const text = library.detail;
  const outings = useQuery({
    queryKey: [...libraryKey, "outings", mediaId],
    queryFn: () => listMediaOutings(browserDirectus(), [mediaId]),
  });
  const { data: profiles = [] } = useProfiles(viewer);
  const platforms = usePlatformNames();
  if (outings.data === undefined) {
    return <LoadProblem what={text.outingsFailed} of={[outings]} />;
  }
  return (
    <section className="grid gap-2">
      <h3 className="font-strong">{text.outings}</h3>
      <LoadProblem what={text.outingsFailed} of={[outings]} />
      {outings.data.length === 0 && <p className="text-ink-soft">{text.noOutings}</p>}
      <ul className="grid gap-2 empty:hidden">
        {outings.data.map((outing) => {
          const platform =
            platforms.find(({ id }) => id === outing.platform)?.name ?? outing.platform;
          const profile = profiles.find(({ id }) => id === outing.profileId);
          return (
            <li
              key={`${outing.usedMediaId} ${outing.postId} ${outing.permalink} ${outing.at}`}
              className="grid gap-0.5"
            >
              <span>
                {platform}
                {profile && <span data-sensitive> @{profile.username}</span>}
              </span>
              <OutingLinks outing={outing} platform={platform} />
              {outing.relation !== "same" && (
                <span className="text-xs text-ink-soft">{text.relations[outing.relation]}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function OutingLinks({ outing, platform }: { outing: MediaOuting; platform: string }) {
  const { library } = useMessages(libraryMessages);
  const { posts } = useMessages(calendarMessages);
  const { postId, status, at, permalink } = outing;
  const state = postStates.find((one) => one === status);
  const words = (
    <>
      {state === undefined ? library.detail.published : posts.states[state]},{" "}
      <Moment at={at} none={posts.noTime} />
    </>
  );
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-ink-soft">
      {postId === null ? (
        <span>{words}</span>
      ) : (
        <IntentLink
          href={`/app/calendar?post=${postId}`}
          className="text-accent underline underline-offset-4"
        >
          {words}
        </IntentLink>
      )}
      {permalink !== null && (
        <OutsideLink href={permalink}>{library.detail.permalink(platform)}</OutsideLink>
      )}
    </span>
  );
}
