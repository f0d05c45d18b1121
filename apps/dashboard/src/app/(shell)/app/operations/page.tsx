import type { Metadata } from "next";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { ForOperators } from "#features/operations/for-operators.tsx";
import { OperationsPage } from "#features/operations/operations-page.tsx";
import { requireSession } from "#features/session/get-session.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("operations");
}

export default async function Operations() {
  const { viewer } = await requireSession();
  return viewer.isAdmin ? <OperationsPage /> : <ForOperators />;
}
