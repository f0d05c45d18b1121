import { cn } from "./cn.ts";

export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden className={cn("animate-pulse rounded-control bg-sunken", className)} />;
}
