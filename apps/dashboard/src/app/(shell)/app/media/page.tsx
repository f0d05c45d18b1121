import type { Metadata } from "next";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { LibraryPage } from "#features/library/library-page.tsx";
import { requireSession } from "#features/session/get-session.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("media");
}

export default async function Library() {
  const { viewer, persona } = await requireSession();
  return <LibraryPage viewer={viewer} displayName={persona?.displayName ?? ""} />;
}
