import type { Metadata } from "next";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { requireSession } from "#features/session/get-session.ts";
import { ProfileForm } from "#features/settings/profile-form.tsx";
import { ProfilePending } from "#features/settings/profile-pending.tsx";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("settings");
}

export default async function ProfileSettingsPage() {
  const { viewer, persona } = await requireSession();
  return persona === null && !viewer.isAdmin ? (
    <ProfilePending />
  ) : (
    <ProfileForm viewer={viewer} persona={persona} />
  );
}
