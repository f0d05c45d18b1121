import type { Metadata } from "next";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { requireSession } from "#features/session/get-session.ts";
import { TokensPanel } from "#features/settings/tokens-panel.tsx";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("settings");
}

export default async function TokenSettingsPage() {
  const { viewer } = await requireSession();
  return <TokensPanel viewer={viewer} />;
}
