import { CalendarPageSkeleton } from "#features/calendar/calendar-page-skeleton.tsx";

export default function Loading() {
  return <CalendarPageSkeleton />;
}
