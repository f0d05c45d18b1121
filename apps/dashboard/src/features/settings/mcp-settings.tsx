"use client";

import { useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { NativeSelect } from "#components/ui/native-select.tsx";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { CopyButton } from "./copy-button.tsx";
import { mcpFiles, type McpProgram, mcpPrograms, mcpSnippet } from "./mcp-snippets.ts";

/** For who made the token for an assistant: what to put where, with the token in it. */
export function McpSettings({ token }: { token: string }) {
  const { mcp: text } = useMessages(settingsMessages).tokens;
  const [program, setProgram] = useState<McpProgram>("claude");
  const [hasFailed, setFailed] = useState(false);
  const snippet = mcpSnippet(program, { origin: window.location.origin, token });
  return (
    <details className="rounded-control border border-line">
      <summary className="cursor-pointer rounded-control px-3 py-2 font-strong pointer-coarse:py-2.5">
        {text.title}
      </summary>
      <div className="grid grid-cols-1 gap-3 border-t border-line p-3">
        <Field label={text.program}>
          {(control) => (
            <NativeSelect
              {...control}
              value={program}
              onChange={({ target }) =>
                setProgram(mcpPrograms.find((one) => one === target.value) ?? "claude")
              }
            >
              {mcpPrograms.map((one) => (
                <option key={one} value={one}>
                  {text.programs[one]}
                </option>
              ))}
            </NativeSelect>
          )}
        </Field>
        <p className="text-ink-soft">
          {text.into(mcpFiles[program])}
          {program === "claude" && ` ${text.checkout}`}
        </p>
        <pre
          // A keyboard has to be able to scroll it.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          aria-label={text.snippet}
          className="max-h-52 overflow-auto rounded-control border border-line bg-sunken p-3 font-mono text-xs"
        >
          {snippet}
        </pre>
        <CopyButton text={snippet} onResult={(copied) => setFailed(!copied)} />
        {hasFailed && <p className="text-danger">{text.copyFailed}</p>}
      </div>
    </details>
  );
}
