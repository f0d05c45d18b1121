import type { Metadata } from "next";
import { ResetPassword } from "#features/account/reset-password.tsx";
import { pageMetadata } from "#features/device/page-metadata.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("resetPassword");
}

export default function ResetPasswordPage() {
  return <ResetPassword />;
}
