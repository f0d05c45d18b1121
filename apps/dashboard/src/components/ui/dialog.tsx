"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { Button } from "./button.tsx";
import { scrim } from "./overlay.ts";
import { useFocusReturn } from "./use-focus-return.ts";
import { useKeepsEntered } from "./use-keeps-entered.ts";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  closeLabel: string;
  description?: string;
  /** It is left by its own buttons alone: for content that is shown once. */
  sticky?: boolean;
  /** What is entered counts at once, so that a press beside may always close it. */
  losesNothing?: boolean;
  /** The button that opens it and has the focus again afterwards. */
  trigger?: ReactElement;
  children: ReactNode;
};

/**
 * A dialog; on a phone a sheet at the bottom. A press beside closes it, unless something was entered that
 * would be lost; its cross and Escape close it then.
 */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  closeLabel,
  sticky = false,
  losesNothing = false,
  trigger,
  children,
}: DialogProps) {
  const focusReturn = useFocusReturn();
  const kept = useKeepsEntered(!losesNothing);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={scrim} />
        <Radix.Content
          className="panel grid gap-4 p-4 sm:p-6"
          {...focusReturn}
          {...kept}
          {...(sticky && { onInteractOutside: keep, onEscapeKeyDown: keep })}
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

const keep = (event: Event) => event.preventDefault();
