"use client";

import type { ReactNode } from "react";
import { useMessages } from "#messages/use-messages.ts";
import { Wordmark } from "#features/shell/wordmark.tsx";

export function WelcomeFrame({ children }: { children: ReactNode }) {
  const { productName } = useMessages();
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-8 px-4 py-12">
      <Wordmark name={productName} />
      {children}
    </main>
  );
}
