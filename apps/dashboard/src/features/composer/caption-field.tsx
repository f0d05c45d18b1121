"use client";

import { type CaptionLimit, captionLength } from "@genie/platforms";
import { cn } from "#components/ui/cn.ts";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { useMessages } from "#messages/use-messages.ts";

const nearLimit = 20;

type CaptionFieldProps = {
  caption: string;
  /** In the platform's own count; unknown without an account. */
  limit: CaptionLimit | undefined;
  problem: string | undefined;
  onChange: (caption: string) => void;
};

export function CaptionField({ caption, limit, problem, onChange }: CaptionFieldProps) {
  const { composer } = useMessages();
  const used = limit === undefined ? 0 : captionLength(caption, limit);
  const left = limit === undefined ? null : limit.most - used;
  const isNear = left !== null && left <= nearLimit;
  return (
    <div className="grid gap-1">
      <Field label={composer.caption} error={problem}>
        {(control) => (
          <Textarea
            name="caption"
            rows={5}
            data-sensitive
            value={caption}
            onChange={({ target }) => onChange(target.value)}
            {...control}
          />
        )}
      </Field>
      {limit !== undefined && (
        <p className={cn("text-right text-xs text-ink-soft", isNear && "text-warn")}>
          <span className="tabular-nums">{composer.counter(used, limit.most)}</span>
        </p>
      )}
      <p className="sr-only" aria-live="polite">
        {isNear && (left < 0 ? composer.counterOver(-left) : composer.counterLeft(left))}
      </p>
    </div>
  );
}
