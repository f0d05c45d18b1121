import { LoaderCircle } from "lucide-react";
import { cloneElement, type ComponentProps, type MouseEvent, type ReactElement } from "react";
import { type ButtonLook, buttonLook } from "./button-look.ts";
import { cn } from "./cn.ts";

type ButtonProps = ComponentProps<"button"> & ButtonLook & { busy?: boolean };

/** `busy` keeps the width and the focus, shows a spinner and swallows further clicks and, in a form, Enter. */
export function Button({
  className,
  variant,
  size,
  busy = false,
  type = "button",
  onClick,
  children,
  ...props
}: ButtonProps) {
  return (
    <button
      // oxlint-disable-next-line react/button-has-type
      type={type}
      aria-busy={busy || undefined}
      className={cn(buttonLook({ variant, size }), className)}
      // Enter in a form presses its submit button; were there none, a lone field would send it all the same.
      onClick={busy ? swallow : onClick}
      {...props}
    >
      {busy && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </button>
  );
}

const swallow = (event: MouseEvent) => event.preventDefault();

type ButtonLinkProps = ButtonLook & {
  className?: string;
  children: ReactElement<{ className?: string }>;
};

/** A link that looks like a button: `<ButtonLink><IntentLink href="…">…</IntentLink></ButtonLink>`. */
export function ButtonLink({ className, variant, size, children }: ButtonLinkProps) {
  return cloneElement(children, { className: cn(buttonLook({ variant, size }), className) });
}
