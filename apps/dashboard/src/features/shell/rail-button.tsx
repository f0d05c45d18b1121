import type { LucideIcon } from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import { Kbd } from "#components/ui/kbd.tsx";

type RailButtonProps = {
  icon: LucideIcon;
  label: string;
  pressed?: boolean;
  keys?: string;
  onClick: () => void;
};

export function RailButton({ icon: Icon, label, pressed, keys, onClick }: RailButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className={cn(
        "flex w-full flex-col items-center gap-1 rounded-control px-1 py-2 text-xs short:gap-0.5 short:py-1",
        pressed ? "bg-accent-soft text-accent" : "text-ink-soft hover:bg-sunken hover:text-ink",
      )}
    >
      <Icon aria-hidden className="size-5" />
      <span>{label}</span>
      {keys && (
        <span className="contents short:hidden">
          <Kbd>{keys}</Kbd>
        </span>
      )}
    </button>
  );
}
