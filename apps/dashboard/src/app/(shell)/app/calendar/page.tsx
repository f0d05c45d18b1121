import type { Metadata } from "next";
import { CalendarPage } from "#features/calendar/calendar-page.tsx";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { requireSession } from "#features/session/get-session.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("calendar");
}

export default async function Calendar() {
  const { viewer } = await requireSession();
  return <CalendarPage viewer={viewer} />;
}
