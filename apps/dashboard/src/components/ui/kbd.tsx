import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-control border border-line bg-sunken px-1.5 py-0.5 font-sans text-xs text-ink-soft pointer-coarse:hidden">
      {children}
    </kbd>
  );
}
