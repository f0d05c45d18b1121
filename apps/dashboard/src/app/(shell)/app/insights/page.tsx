import type { Metadata } from "next";
import { InsightsPage } from "#features/insights/insights-page.tsx";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { requireSession } from "#features/session/get-session.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("insights");
}

export default async function Insights() {
  const { viewer } = await requireSession();
  return <InsightsPage viewer={viewer} />;
}
