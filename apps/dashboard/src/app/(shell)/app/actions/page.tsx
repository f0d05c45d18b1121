import type { Metadata } from "next";
import { env } from "#env";
import { ActionsPage } from "#features/actions/actions-page.tsx";
import { installedHere } from "#features/actions/installed.ts";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { requireSession } from "#features/session/get-session.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("actions");
}

export default async function Actions() {
  const { viewer } = await requireSession();
  return <ActionsPage viewer={viewer} installed={installedHere(env())} />;
}
