import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { PrivateToggle } from "./private-toggle.tsx";

type PageProps = {
  title: ReactNode;
  intro?: ReactNode;
  action?: ReactNode;
  /** For pictures, which may take all the room there is. */
  wide?: boolean;
  children: ReactNode;
};

/** A page of the shell: its title, its one main action, its content. */
export function Page({ title, intro, action, wide = false, children }: PageProps) {
  return (
    <div
      className={cn(
        "mx-auto grid w-full grid-cols-1 gap-6 px-4 pt-6 md:px-8 md:pt-10",
        !wide && "max-w-5xl",
      )}
    >
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-32 flex-1 space-y-1">
          <h1 className="text-xl font-strong wrap-anywhere">{title}</h1>
          {intro && <p className="text-ink-soft">{intro}</p>}
        </div>
        <div className="flex items-center gap-2">
          {action}
          <PrivateToggle />
        </div>
      </header>
      {children}
    </div>
  );
}
