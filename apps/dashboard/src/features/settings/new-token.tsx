"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { CopyButton } from "./copy-button.tsx";
import { McpSettings } from "./mcp-settings.tsx";

export function NewToken({ token, onDone }: { token: string; onDone: () => void }) {
  const { tokens } = useMessages(settingsMessages);
  const [hasFailed, setFailed] = useState(false);
  return (
    <div className="grid grid-cols-1 gap-5">
      <Field label={tokens.tokenLabel} error={hasFailed ? tokens.copyFailed : undefined}>
        {(control) => (
          <div className="flex gap-2">
            <Input readOnly value={token} onFocus={(event) => event.target.select()} {...control} />
            <CopyButton text={token} onResult={(copied) => setFailed(!copied)} />
          </div>
        )}
      </Field>
      <McpSettings token={token} />
      <Button className="justify-self-end" onClick={onDone}>
        {tokens.done}
      </Button>
    </div>
  );
}
