"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { isPlainClick } from "./is-plain-click.ts";

type IntentLinkProps = Omit<ComponentProps<"a">, "href"> & { href: string };

/**
 * A link to a page of ours that fetches it when it is about to be used. Next's own fetches every link
 * in view, each of which asks Directus who is there, and is 3 kB of script on every page.
 */
export function IntentLink({ href, onClick, children, ...props }: IntentLinkProps) {
  const router = useRouter();
  const intend = () => router.prefetch(href);
  return (
    <a
      href={href}
      onPointerEnter={intend}
      onTouchStart={intend}
      onFocus={intend}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !isPlainClick(event)) return;
        event.preventDefault();
        router.push(href);
      }}
      {...props}
    >
      {children}
    </a>
  );
}
