import type { Metadata } from "next";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { HomePage } from "#features/home/home-page.tsx";
import { requireSession } from "#features/session/get-session.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("home");
}

export default async function Home() {
  const { viewer, persona } = await requireSession();
  return <HomePage viewer={viewer} persona={persona} />;
}
