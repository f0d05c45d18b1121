"use client";

import Link from "next/link";
import { ButtonLink } from "#components/ui/button.tsx";
import { useMessages } from "#messages/use-messages.ts";

export function RegistrationClosed() {
  const { register, titles } = useMessages();
  return (
    <div className="grid gap-5">
      <h1 className="text-xl font-strong">{titles.register}</h1>
      <p className="text-ink-soft">{register.closed}</p>
      <ButtonLink variant="secondary">
        <Link href="/login">{register.toLogin}</Link>
      </ButtonLink>
    </div>
  );
}
