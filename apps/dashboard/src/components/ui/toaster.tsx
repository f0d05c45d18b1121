"use client";

import { createContext, type ReactNode, use, useCallback, useEffect, useState } from "react";
import { onFirstInput } from "./on-first-input.ts";
import type { ToastMessage } from "./toast-list.tsx";

type ShowToast = (text: string, action?: ToastMessage["action"]) => void;
type List = typeof import("./toast-list.tsx").ToastList;

const ToastContext = createContext<ShowToast>(() => {});

/** Says in one sentence what has just happened; the action, if any, takes it back. */
export function useToast(): ShowToast {
  return use(ToastContext);
}

export function Toaster({ children }: { children: ReactNode }) {
  const [messages, setMessages] = useState<ToastMessage[]>([]);
  const List = useToastList(messages.length > 0);
  const show = useCallback<ShowToast>((text, action) => {
    setMessages((shown) => [...shown.slice(-2), { id: (shown.at(-1)?.id ?? 0) + 1, text, action }]);
  }, []);
  const dismiss = (id: number) =>
    setMessages((shown) => shown.filter((message) => message.id !== id));
  return (
    <ToastContext value={show}>
      {children}
      {/* oxlint-disable-next-line react/static-components -- it is made once, by its own module */}
      {List !== null && <List messages={messages} onDismiss={dismiss} />}
    </ToastContext>
  );
}

/**
 * Fetched with the first press of a key, finger or button, since what is said answers one; no page
 * waits for it, and none fails when it does not come.
 */
function useToastList(isWanted: boolean): List | null {
  const [list, setList] = useState<List | null>(null);
  useEffect(() => {
    if (list !== null) return undefined;
    const fetchList = () => {
      import("./toast-list.tsx").then(
        ({ ToastList }) => setList(() => ToastList),
        () => undefined,
      );
    };
    if (isWanted) fetchList();
    return onFirstInput(fetchList);
  }, [list, isWanted]);
  return list;
}
