"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";
import { scrim } from "./overlay.ts";
import { useFocusReturn } from "./use-focus-return.ts";
import { useKeepsEntered } from "./use-keeps-entered.ts";

type DrawerProps = {
  onClose: () => void;
  title: string;
  closeLabel: string;
  /** Room for two columns. */
  wide?: boolean;
  /** What is entered is lost with it, so a press beside closes it only while nothing was. */
  keepsEntered?: boolean;
  children: ReactNode;
};

/** What was opened on a page: at the right of a wide window, a sheet from below on a phone. */
export function Drawer({ onClose, title, closeLabel, ...more }: DrawerProps) {
  const { wide = false, keepsEntered = false, children } = more;
  const focusReturn = useFocusReturn();
  const kept = useKeepsEntered(keepsEntered);
  return (
    <Radix.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Radix.Portal>
        <Radix.Overlay className={scrim} />
        <Radix.Content
          aria-describedby={undefined}
          {...focusReturn}
          {...kept}
          className={cn(
            "animate-appear fixed inset-x-0 bottom-0 z-50 flex max-h-[94dvh] flex-col rounded-t-card border border-line bg-card shadow-raised outline-none sm:inset-y-0 sm:right-0 sm:left-auto sm:max-h-none sm:w-full sm:rounded-none sm:border-y-0 sm:border-r-0",
            wide ? "sm:max-w-3xl" : "sm:max-w-md",
          )}
        >
          <header className="flex items-center justify-between gap-4 border-b border-line py-2 pr-2 pl-4 sm:pl-6">
            <Radix.Title className="text-lg font-strong">{title}</Radix.Title>
            <Radix.Close asChild>
              <Button variant="quiet" size="icon" aria-label={closeLabel}>
                <X aria-hidden />
              </Button>
            </Radix.Close>
          </header>
          <div className="flex min-h-0 grow flex-col gap-4 overflow-y-auto p-4 pb-[max(1rem,env(safe-area-inset-bottom))] sm:p-6">
            {children}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
