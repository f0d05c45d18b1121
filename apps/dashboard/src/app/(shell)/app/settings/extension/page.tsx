import type { Metadata } from "next";
import { env } from "#env";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { ExtensionPanel } from "#features/extension/extension-panel.tsx";
import { requireSession } from "#features/session/get-session.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("settings");
}

export default async function ExtensionSettingsPage() {
  const { viewer } = await requireSession();
  return <ExtensionPanel viewer={viewer} origin={env().DASHBOARD_URL} />;
}
