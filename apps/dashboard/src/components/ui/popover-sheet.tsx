"use client";

import { X } from "lucide-react";
import { Popover } from "radix-ui";
import { type ReactElement, type ReactNode, useId, useState } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

type PopoverSheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  closeLabel: string;
  /** The button that it stands beside. */
  trigger: ReactElement;
  children: ReactNode;
};

/** What a button opens beside itself, where all that is entered counts at once; on a phone a sheet at the bottom. */
export function PopoverSheet(props: PopoverSheetProps) {
  const { open, title, closeLabel, trigger, children } = props;
  // As it was when it was opened, so that turning a phone loses nothing that was typed.
  const [isSheet, setIsSheet] = useState(false);
  const titleId = useId();
  const onOpenChange = (opens: boolean) => {
    if (opens) setIsSheet(!window.matchMedia("(min-width: 40rem)").matches);
    props.onOpenChange(opens);
  };
  if (isSheet) {
    return (
      <Dialog
        open={open}
        onOpenChange={onOpenChange}
        title={title}
        closeLabel={closeLabel}
        trigger={trigger}
        losesNothing
      >
        {children}
      </Dialog>
    );
  }
  return (
    <Popover.Root modal open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={4}
          collisionPadding={12}
          aria-labelledby={titleId}
          className="animate-appear z-50 grid max-h-(--radix-popover-content-available-height) w-88 max-w-[calc(100vw-1.5rem)] gap-3 overflow-y-auto rounded-card border border-line bg-card p-4 shadow-raised"
        >
          <header className="flex items-start justify-between gap-4">
            <h2 id={titleId} className="font-strong">
              {title}
            </h2>
            <Popover.Close asChild>
              <Button
                variant="quiet"
                size="icon"
                aria-label={closeLabel}
                className="-mt-2.5 -mr-2.5"
              >
                <X aria-hidden />
              </Button>
            </Popover.Close>
          </header>
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
