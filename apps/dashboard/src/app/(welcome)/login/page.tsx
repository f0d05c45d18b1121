import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { findSession } from "#features/session/get-session.ts";
import { LoginForm } from "#features/session/login-form.tsx";
import { safeNextPath } from "#features/session/safe-next-path.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("login");
}

export default async function LoginPage({ searchParams }: PageProps<"/login">) {
  const next = safeNextPath((await searchParams)["next"]);
  if ((await findSession()) !== null) redirect(next);
  return <LoginForm next={next} />;
}
