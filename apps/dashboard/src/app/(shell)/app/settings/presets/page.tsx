import type { Metadata } from "next";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { PresetsPanel } from "#features/media-work/presets-panel.tsx";
import { requireSession } from "#features/session/get-session.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("settings");
}

export default async function PresetSettingsPage() {
  const { viewer } = await requireSession();
  return <PresetsPanel viewer={viewer} />;
}
