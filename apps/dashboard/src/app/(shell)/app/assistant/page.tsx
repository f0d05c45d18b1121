import type { Metadata } from "next";
import { AssistantPage } from "#features/assistant/assistant-page.tsx";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { requireSession } from "#features/session/get-session.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("assistant");
}

export default async function Assistant() {
  const { viewer } = await requireSession();
  return <AssistantPage viewer={viewer} />;
}
