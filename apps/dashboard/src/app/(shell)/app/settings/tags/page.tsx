import type { Metadata } from "next";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { requireSession } from "#features/session/get-session.ts";
import { OwnTagsPanel } from "#features/taxonomy/own-tags-panel.tsx";
import { SortAgainCard } from "#features/taxonomy/sort-again-card.tsx";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("settings");
}

export default async function TagSettingsPage() {
  const { viewer } = await requireSession();
  return (
    <>
      <OwnTagsPanel viewer={viewer} />
      <SortAgainCard />
    </>
  );
}
