"use client";

import type { Viewer } from "@genie/directus-client";
import { type PostState, postStates } from "@genie/schema";
import { Plus } from "lucide-react";
import { ButtonLink } from "#components/ui/button.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { HoldBanners } from "#features/pauses/hold-banners.tsx";
import { PauseEverything } from "#features/pauses/pause-button.tsx";
import { AddressLink } from "#features/shell/address-link.tsx";
import { Page } from "#features/shell/page.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { CalendarBar } from "./calendar-bar.tsx";
import { CalendarSkeleton } from "./calendar-skeleton.tsx";
import { DayList } from "./day-list.tsx";
import { groupByDay } from "./group-by-day.ts";
import { ListView } from "./list-view.tsx";
import { gridSpan, monthGrid, parseMonth } from "./month-grid.ts";
import { MonthView } from "./month-view.tsx";
import { PostDrawer } from "./post-drawer.tsx";
import { PostStrip } from "./post-strip.tsx";
import { useTimeZone } from "./time-zone-provider.tsx";
import { useMovePost } from "./use-move-post.ts";
import { usePostClock } from "./use-post-clock.ts";
import { usePosts } from "./use-posts.ts";
import { ZoneLine } from "./zone-line.tsx";
import { wallTimeAt } from "./zoned-time.ts";

const plannedStates = postStates.filter((state) => state !== "cancelled");
const draftState: readonly PostState[] = ["draft"];

export function CalendarPage({ viewer }: { viewer: Viewer }) {
  const { calendar } = useMessages(calendarMessages);
  const { titles } = useMessages();
  const zone = useTimeZone();
  const address = useAddress();
  const move = useMovePost(zone);

  const today = wallTimeAt(useNow(), zone).date;
  const month = parseMonth(address.get("month"), today);
  const view = address.get("view") === "list" ? "list" : "month";
  const withCancelled = address.get("cancelled") !== null;
  const grid = monthGrid(month);
  const inMonth = usePosts(viewer, {
    ...gridSpan(grid, zone),
    states: withCancelled ? postStates : plannedStates,
  });
  const undated = usePosts(viewer, { withoutTime: true, states: draftState });
  const troubled = usePosts(viewer, { wantsOwner: true, latestFirst: true, limit: 20 });

  const posts = inMonth.data ?? [];
  const now = usePostClock(posts);
  const days = groupByDay(posts, zone);
  const chosenDay = address.get("day") ?? (month === today.slice(0, 7) ? today : null);
  const openPost = address.get("post");

  return (
    <Page
      title={titles.calendar}
      intro={<ZoneLine zone={zone} now={now} />}
      action={
        <>
          <PauseEverything />
          <ButtonLink className="hidden md:inline-flex">
            <AddressLink to={{ compose: "new", post: null }}>
              <Plus aria-hidden />
              {calendar.newPost}
            </AddressLink>
          </ButtonLink>
        </>
      }
    >
      <HoldBanners viewer={viewer} />
      <PostStrip
        title={calendar.troubledTitle(troubled.data?.length ?? 0)}
        posts={troubled.data ?? []}
        now={now}
        isTrouble
      />
      <CalendarBar month={month} view={view} today={today} withCancelled={withCancelled} />
      {inMonth.isPending && <CalendarSkeleton />}
      <LoadProblem what={calendar.loadFailed} of={[inMonth]} />
      {inMonth.data && view === "list" && (
        <ListView month={month} days={days} today={today} now={now} />
      )}
      {inMonth.data && view === "month" && (
        <>
          <MonthView
            month={month}
            grid={grid}
            days={days}
            today={today}
            chosenDay={chosenDay}
            now={now}
            onMove={move}
          />
          {chosenDay !== null && /^\d{4}-\d\d-\d\d$/.test(chosenDay) && (
            <DayList
              date={chosenDay}
              posts={days.get(chosenDay) ?? []}
              isOver={chosenDay < today}
              now={now}
            />
          )}
        </>
      )}
      <PostStrip title={calendar.undated} posts={undated.data ?? []} now={now} />
      {openPost !== null && (
        <PostDrawer key={openPost} id={openPost} onClose={() => address.close("post")} />
      )}
    </Page>
  );
}
