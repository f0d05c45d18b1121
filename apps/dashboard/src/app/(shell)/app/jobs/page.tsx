import type { Metadata } from "next";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { JobsPage } from "#features/jobs/jobs-page.tsx";
import { requireSession } from "#features/session/get-session.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("jobs");
}

export default async function Jobs() {
  const { viewer } = await requireSession();
  return <JobsPage viewer={viewer} />;
}
