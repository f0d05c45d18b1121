import { cn } from "#components/ui/cn.ts";
import { lineLook } from "./line-looks.ts";

/** A piece of a line, beside the account that it stands for. */
export function LineKey({ place }: { place: number }) {
  const { className, dash } = lineLook(place);
  return (
    <svg aria-hidden viewBox="0 0 28 8" className="mt-1.5 h-2 w-7 shrink-0">
      <line
        x1="1"
        x2="27"
        y1="4"
        y2="4"
        strokeDasharray={dash}
        strokeLinecap="round"
        className={cn("stroke-2", className)}
      />
    </svg>
  );
}
