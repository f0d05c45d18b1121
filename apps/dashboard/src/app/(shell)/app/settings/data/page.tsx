import type { Metadata } from "next";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { requireSession } from "#features/session/get-session.ts";
import { DeleteCard } from "#features/your-data/delete-card.tsx";
import { ExportCard } from "#features/your-data/export-card.tsx";
import { ImportCard } from "#features/your-data/import-card.tsx";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("settings");
}

export default async function YourDataPage() {
  const { viewer } = await requireSession();
  return (
    <>
      <ExportCard viewer={viewer} />
      <ImportCard viewer={viewer} />
      <DeleteCard email={viewer.email} />
    </>
  );
}
