"use client";

import { Toast } from "radix-ui";
import { createContext, type ReactNode, use, useCallback, useState } from "react";

type Message = { id: number; text: string };

const ToastContext = createContext<(text: string) => void>(() => {});

/** Says in one sentence what has just happened. */
export function useToast(): (text: string) => void {
  return use(ToastContext);
}

export function Toaster({ label, children }: { label: string; children: ReactNode }) {
  const [messages, setMessages] = useState<Message[]>([]);
  const show = useCallback((text: string) => {
    setMessages((shown) => [...shown.slice(-2), { id: (shown.at(-1)?.id ?? 0) + 1, text }]);
  }, []);
  const dismiss = (id: number) =>
    setMessages((shown) => shown.filter((message) => message.id !== id));

  return (
    <ToastContext value={show}>
      <Toast.Provider label={label} duration={5000}>
        {children}
        {messages.map(({ id, text }) => (
          <Toast.Root
            key={id}
            onOpenChange={(open) => {
              if (!open) dismiss(id);
            }}
            className="animate-appear rounded-control bg-ink px-4 py-3 text-sm text-page shadow-raised"
          >
            <Toast.Description>{text}</Toast.Description>
          </Toast.Root>
        ))}
        <Toast.Viewport className="fixed bottom-20 left-1/2 z-60 grid w-[min(24rem,calc(100vw-2rem))] -translate-x-1/2 gap-2 md:bottom-6" />
      </Toast.Provider>
    </ToastContext>
  );
}
