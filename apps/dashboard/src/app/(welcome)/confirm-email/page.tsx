import type { Metadata } from "next";
import { ConfirmEmail } from "#features/account/confirm-email.tsx";
import { pageMetadata } from "#features/device/page-metadata.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("confirmEmail");
}

export default function ConfirmEmailPage() {
  return <ConfirmEmail />;
}
