"use client";

import { Toast } from "radix-ui";
import { createContext, type ReactNode, use, useCallback, useState } from "react";

type ToastAction = { label: string; run: () => void };
type Message = { id: number; text: string; action: ToastAction | undefined };
type ShowToast = (text: string, action?: ToastAction) => void;

const ToastContext = createContext<ShowToast>(() => {});

/** Says in one sentence what has just happened; the action, if any, takes it back. */
export function useToast(): ShowToast {
  return use(ToastContext);
}

export function Toaster({ label, children }: { label: string; children: ReactNode }) {
  const [messages, setMessages] = useState<Message[]>([]);
  const show = useCallback<ShowToast>((text, action) => {
    setMessages((shown) => [...shown.slice(-2), { id: (shown.at(-1)?.id ?? 0) + 1, text, action }]);
  }, []);
  const dismiss = (id: number) =>
    setMessages((shown) => shown.filter((message) => message.id !== id));

  return (
    <ToastContext value={show}>
      <Toast.Provider label={label} duration={5000}>
        {children}
        {messages.map(({ id, text, action }) => (
          <Toast.Root
            key={id}
            {...(action && { duration: 10_000 })}
            onOpenChange={(open) => {
              if (!open) dismiss(id);
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
    </ToastContext>
  );
}
