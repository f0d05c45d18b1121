import type { Metadata } from "next";
import { AcceptInvitation } from "#features/account/accept-invitation.tsx";
import { pageMetadata } from "#features/device/page-metadata.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("acceptInvitation");
}

export default function AcceptInvitationPage() {
  return <AcceptInvitation />;
}
