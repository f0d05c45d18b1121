import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { env } from "#env";
import { sendsMail } from "#features/account/sends-mail.ts";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { RegisterForm } from "#features/registration/register-form.tsx";
import { RegistrationClosed } from "#features/registration/registration-closed.tsx";
import { findSession } from "#features/session/get-session.ts";
import { homePath } from "#features/session/safe-next-path.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("register");
}

export default async function RegisterPage() {
  if ((await findSession()) !== null) redirect(homePath);
  return env().REGISTRATION === "closed" ? (
    <RegistrationClosed />
  ) : (
    <RegisterForm confirms={sendsMail()} />
  );
}
