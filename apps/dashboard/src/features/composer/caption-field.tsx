"use client";

import { useId } from "react";
import { cn } from "#components/ui/cn.ts";
import { FieldProblems } from "#components/ui/field-problems.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { DraftAccount } from "./draft-accounts.ts";
import { strictestCount } from "./strictest.ts";

const nearLimit = 20;

type CaptionFieldProps = {
  caption: string;
  /** Those that get this caption. */
  accounts: readonly DraftAccount[];
  /** Whether the counter says whose it is. */
  isNamed: boolean;
  hint: string | undefined;
  problems: readonly string[];
  onChange: (caption: string) => void;
};

export function CaptionField(props: CaptionFieldProps) {
  const { caption, accounts, isNamed, hint, problems, onChange } = props;
  const { composer } = useMessages(composerMessages);
  const id = useId();
  const count = strictestCount(caption, accounts);
  const isNear = count !== null && count.left <= nearLimit;
  return (
    <div className="grid gap-1">
      <Field label={composer.caption} hint={hint} describedBy={`${id}-problems`}>
        {(control) => (
          <Textarea
            rows={5}
            data-sensitive
            value={caption}
            onChange={({ target }) => onChange(target.value)}
            {...control}
            name="caption"
            aria-invalid={problems.length > 0 || undefined}
          />
        )}
      </Field>
      {count !== null && (
        <p className={cn("text-right text-xs", isNear ? "text-warn" : "text-ink-soft")}>
          <span className="tabular-nums">
            {isNamed
              ? composer.counterFor(count.used, count.most, count.account.label)
              : composer.counter(count.used, count.most)}
          </span>
        </p>
      )}
      <p className="sr-only" aria-live="polite">
        {isNear &&
          (count.left < 0 ? composer.counterOver(-count.left) : composer.counterLeft(count.left))}
      </p>
      <FieldProblems id={`${id}-problems`} problems={problems} />
    </div>
  );
}
