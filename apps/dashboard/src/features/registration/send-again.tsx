"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { postJson } from "#features/http/post-json.ts";
import { useSentence } from "#features/http/use-sentence.ts";
import { useMessages } from "#messages/use-messages.ts";
import { welcomeMessages } from "#messages/welcome-messages.ts";

/** Registers once more, which sends another letter. */
export function SendAgain({ email, password }: { email: string; password: string }) {
  const { register } = useMessages(welcomeMessages);
  const sentence = useSentence();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);

  const send = async () => {
    setBusy(true);
    try {
      const refusal = await postJson("/api/register", { email, password });
      setSaid(refusal?.message ?? register.sentAgain);
    } catch (error) {
      setSaid(sentence(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="grid justify-items-start gap-2">
      <Button variant="secondary" busy={busy} onClick={() => void send()}>
        {register.sendAgain}
      </Button>
      <p aria-live="polite" className="text-sm empty:hidden">
        {said}
      </p>
    </div>
  );
}
