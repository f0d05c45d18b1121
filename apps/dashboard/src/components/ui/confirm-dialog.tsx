"use client";

import { AlertDialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { scrim } from "./overlay.ts";
import { useFocusReturn } from "./use-focus-return.ts";

type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  text: string;
  confirmLabel: string;
  confirmVariant?: "danger" | "primary";
  cancelLabel: string;
  busy: boolean;
  onConfirm: () => void;
  children?: ReactNode;
};

/** Asks before something that can't be undone. Stays open while it happens, to show a failure. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const focusReturn = useFocusReturn();
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={scrim} />
        <Radix.Content {...focusReturn} className="panel grid gap-4 p-4 sm:p-6">
          <div className="grid gap-1">
            <Radix.Title className="text-lg font-strong wrap-anywhere">{props.title}</Radix.Title>
            <Radix.Description className="text-sm text-ink-soft">{props.text}</Radix.Description>
          </div>
          {props.children}
          <div className="flex flex-wrap justify-end gap-2">
            <Radix.Cancel asChild>
              <Button variant="secondary">{props.cancelLabel}</Button>
            </Radix.Cancel>
            <Button
              variant={props.confirmVariant ?? "danger"}
              busy={props.busy}
              onClick={props.onConfirm}
            >
              {props.confirmLabel}
            </Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
