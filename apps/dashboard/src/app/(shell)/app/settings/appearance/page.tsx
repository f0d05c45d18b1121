import type { Metadata } from "next";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { requireSession } from "#features/session/get-session.ts";
import { AppearancePanel } from "#features/settings/appearance-panel.tsx";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("settings");
}

export default async function AppearanceSettingsPage() {
  await requireSession();
  return <AppearancePanel />;
}
