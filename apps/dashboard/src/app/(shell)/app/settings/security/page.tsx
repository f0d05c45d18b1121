import type { Metadata } from "next";
import { sendsMail } from "#features/account/sends-mail.ts";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { requireSession } from "#features/session/get-session.ts";
import { DevicesCard } from "#features/settings/devices-card.tsx";
import { EmailForm } from "#features/settings/email-form.tsx";
import { PasswordForm } from "#features/settings/password-form.tsx";
import { RecoveryCodesCard } from "#features/settings/recovery-codes-card.tsx";
import { TwoFactorCard } from "#features/settings/two-factor-card.tsx";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("settings");
}

export default async function SecuritySettingsPage() {
  const { viewer } = await requireSession();
  return (
    <>
      <TwoFactorCard isOn={viewer.hasTwoFactor} />
      {viewer.hasTwoFactor && <RecoveryCodesCard />}
      <PasswordForm email={viewer.email} />
      <EmailForm email={viewer.email} sendsMail={sendsMail()} />
      <DevicesCard />
    </>
  );
}
