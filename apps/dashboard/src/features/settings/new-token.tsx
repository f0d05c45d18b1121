"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

export function NewToken({ token, onDone }: { token: string; onDone: () => void }) {
  const { actions } = useMessages();
  const { tokens } = useMessages(settingsMessages);
  const [state, setState] = useState<"copied" | "failed" | "fresh">("fresh");

  // Browsers lend the clipboard on https and on localhost only; elsewhere it is undefined.
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(token);
      setState("copied");
    } catch {
      setState("failed");
    }
  };
  const Icon = state === "copied" ? Check : Copy;
  return (
    <div className="grid gap-5">
      <Field label={tokens.tokenLabel} error={state === "failed" ? tokens.copyFailed : undefined}>
        {(control) => (
          <div className="flex gap-2">
            <Input readOnly value={token} onFocus={(event) => event.target.select()} {...control} />
            <Button variant="secondary" onClick={() => void copy()}>
              <Icon aria-hidden />
              <span aria-live="polite">{state === "copied" ? actions.copied : actions.copy}</span>
            </Button>
          </div>
        )}
      </Field>
      <Button className="justify-self-end" onClick={onDone}>
        {tokens.done}
      </Button>
    </div>
  );
}
