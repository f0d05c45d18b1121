import type { ReactNode } from "react";
import { requireSession } from "#features/session/get-session.ts";
import { Shell } from "#features/shell/shell.tsx";

export default async function AppLayout({ children }: { children: ReactNode }) {
  const { viewer } = await requireSession();
  return <Shell isAdmin={viewer.isAdmin}>{children}</Shell>;
}
