import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

const button = cva(
  "inline-flex items-center justify-center gap-2 rounded-control text-sm font-strong whitespace-nowrap transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "bg-accent text-on-accent hover:bg-accent-strong",
        secondary: "border border-control bg-card text-ink hover:bg-sunken",
        quiet: "text-ink-soft hover:bg-sunken hover:text-ink",
        danger: "border border-danger bg-card text-danger hover:bg-danger-soft",
      },
      size: {
        normal: "min-h-10 px-4 py-2 pointer-coarse:min-h-11",
        small: "min-h-8 px-3 py-1 pointer-coarse:min-h-11",
        icon: "size-10 pointer-coarse:size-11",
      },
    },
    defaultVariants: { variant: "primary", size: "normal" },
  },
);

type ButtonProps = ComponentProps<"button"> & VariantProps<typeof button>;

/** `busy` keeps the width and the focus, shows a spinner and swallows further clicks. */
export function Button({
  className,
  variant,
  size,
  busy = false,
  type = "button",
  onClick,
  children,
  ...props
}: ButtonProps & { busy?: boolean }) {
  return (
    <button
      // oxlint-disable-next-line react/button-has-type
      type={busy ? "button" : type}
      aria-busy={busy || undefined}
      className={cn(button({ variant, size }), className)}
      onClick={busy ? undefined : onClick}
      {...props}
    >
      {busy && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </button>
  );
}

/** A link that looks like a button: `<ButtonLink><Link href="…">…</Link></ButtonLink>`. */
export function ButtonLink({
  className,
  variant,
  size,
  ...props
}: ComponentProps<typeof Slot.Root> & VariantProps<typeof button>) {
  return <Slot.Root className={cn(button({ variant, size }), className)} {...props} />;
}
