import type { Metadata } from "next";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { LogInPage } from "#features/live-view/log-in-page.tsx";
import { requireSession } from "#features/session/get-session.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("logIn");
}

type LogInProps = { params: Promise<{ account: string }> };

export default async function LogIn({ params }: LogInProps) {
  const [{ viewer }, { account }] = await Promise.all([requireSession(), params]);
  return <LogInPage viewer={viewer} profileId={account} />;
}
