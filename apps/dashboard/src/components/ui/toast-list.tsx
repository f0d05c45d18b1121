"use client";

import { Toast } from "radix-ui";
import { useMessages } from "#messages/use-messages.ts";

export type ToastMessage = {
  id: number;
  text: string;
  action: { label: string; run: () => void } | undefined;
};

type ToastListProps = {
  messages: readonly ToastMessage[];
  onDismiss: (id: number) => void;
};

/** The sentences that are shown just now, each for a while. */
export function ToastList({ messages, onDismiss }: ToastListProps) {
  const { actions } = useMessages();
  return (
    <Toast.Provider label={actions.notifications} duration={5000}>
      {messages.map(({ id, text, action }) => (
        <Toast.Root
          key={id}
          {...(action && { duration: 10_000 })}
          onOpenChange={(open) => {
            if (!open) onDismiss(id);
          }}
          className="animate-appear flex items-center gap-4 rounded-control bg-ink px-4 py-3 text-sm text-page shadow-raised"
        >
          <Toast.Description className="grow">{text}</Toast.Description>
          {action && (
            <Toast.Action
              altText={action.label}
              onClick={action.run}
              className="-my-2 min-h-10 shrink-0 rounded-control px-2 font-strong underline underline-offset-4"
            >
              {action.label}
            </Toast.Action>
          )}
        </Toast.Root>
      ))}
      <Toast.Viewport className="fixed bottom-20 left-1/2 z-60 grid w-[min(24rem,calc(100vw-2rem))] -translate-x-1/2 gap-2 md:bottom-6" />
    </Toast.Provider>
  );
}
