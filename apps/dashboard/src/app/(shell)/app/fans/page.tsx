import type { Metadata } from "next";
import { FansPage } from "#features/fans/fans-page.tsx";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { requireSession } from "#features/session/get-session.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("fans");
}

export default async function Fans() {
  const { viewer } = await requireSession();
  return <FansPage viewer={viewer} />;
}
