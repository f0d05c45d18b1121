"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { useMessages } from "#messages/use-messages.ts";

type CopyButtonProps = {
  text: string;
  onResult: (copied: boolean) => void;
};

/** Copies a text, where the browser lends its clipboard: on https and on localhost. */
export function CopyButton({ text, onResult }: CopyButtonProps) {
  const { actions } = useMessages();
  const [copied, setCopied] = useState<string | null>(null);
  const isCopied = copied === text;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
      onResult(true);
    } catch {
      onResult(false);
    }
  };
  const Icon = isCopied ? Check : Copy;
  return (
    <Button variant="secondary" className="justify-self-start" onClick={() => void copy()}>
      <Icon aria-hidden />
      <span aria-live="polite">{isCopied ? actions.copied : actions.copy}</span>
    </Button>
  );
}
