import type { Metadata } from "next";
import { AdminFrame } from "#features/admin/admin-frame.tsx";
import { NotForYou } from "#features/admin/not-for-you.tsx";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { requireSession } from "#features/session/get-session.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("admin");
}

export default async function AdminPage() {
  const { viewer } = await requireSession();
  return viewer.isAdmin ? <AdminFrame /> : <NotForYou />;
}
