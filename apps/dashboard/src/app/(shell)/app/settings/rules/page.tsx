import type { Metadata } from "next";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { RulesPanel } from "#features/rules/rules-panel.tsx";
import { requireSession } from "#features/session/get-session.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("settings");
}

export default async function RulesSettingsPage() {
  const { viewer } = await requireSession();
  return <RulesPanel viewer={viewer} />;
}
