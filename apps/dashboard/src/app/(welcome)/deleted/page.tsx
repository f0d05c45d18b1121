import type { Metadata } from "next";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { DeletionPage } from "#features/your-data/deletion-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("deleted");
}

export default function DeletedPage() {
  return <DeletionPage />;
}
