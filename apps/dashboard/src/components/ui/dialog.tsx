"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { Button } from "./button.tsx";
import { scrim } from "./overlay.ts";
import { useFocusReturn } from "./use-focus-return.ts";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  closeLabel: string;
  description?: string;
  /** For content that must not be lost by a click beside it. */
  sticky?: boolean;
  /** The button that opens it and has the focus again afterwards. */
  trigger?: ReactElement;
  children: ReactNode;
};

/** A dialog; on a phone a sheet at the bottom. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  closeLabel,
  sticky,
  trigger,
  children,
}: DialogProps) {
  const focusReturn = useFocusReturn();
  const keep = (event: Event) => {
    if (sticky) event.preventDefault();
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={scrim} />
        <Radix.Content
          className="panel grid gap-4 p-4 sm:p-6"
          {...focusReturn}
          onInteractOutside={keep}
          onEscapeKeyDown={keep}
          {...(description === undefined && { "aria-describedby": undefined })}
        >
          <header className="flex items-start justify-between gap-4">
            <div className="grid gap-1">
              <Radix.Title className="text-lg font-strong">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className="text-sm text-ink-soft">
                  {description}
                </Radix.Description>
              )}
            </div>
            {!sticky && (
              <Radix.Close asChild>
                <Button variant="quiet" size="icon" aria-label={closeLabel} className="-mt-1.5">
                  <X aria-hidden />
                </Button>
              </Radix.Close>
            )}
          </header>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
