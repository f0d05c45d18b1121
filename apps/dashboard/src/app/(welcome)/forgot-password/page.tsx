import type { Metadata } from "next";
import { connection } from "next/server";
import { ForgotForm } from "#features/account/forgot-form.tsx";
import { NoMail } from "#features/account/no-mail.tsx";
import { sendsMail } from "#features/account/sends-mail.ts";
import { pageMetadata } from "#features/device/page-metadata.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("forgotPassword");
}

export default async function ForgotPasswordPage() {
  // What the environment says when it is asked for, not when it was built.
  await connection();
  return sendsMail() ? <ForgotForm /> : <NoMail />;
}
