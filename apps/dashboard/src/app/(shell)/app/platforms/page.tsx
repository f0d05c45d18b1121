import type { Metadata } from "next";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { PlatformsPage } from "#features/platforms/platforms-page.tsx";
import { requireSession } from "#features/session/get-session.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("platforms");
}

export default async function Platforms() {
  const { viewer } = await requireSession();
  return <PlatformsPage viewer={viewer} />;
}
