"use client";

import type { ComponentProps } from "react";
import { isPlainClick } from "#components/ui/is-plain-click.ts";
import type { AddressChanges } from "./address.ts";
import { useAddress } from "./use-address.ts";

type AddressLinkProps = Omit<ComponentProps<"a">, "href" | "onClick"> & {
  to: AddressChanges;
  /** Back does not lead here again. */
  inPlace?: boolean;
};

/** Opens or chooses something on the page that is shown; a real link, for a new tab as well. */
export function AddressLink({ to, inPlace = false, children, ...props }: AddressLinkProps) {
  const address = useAddress();
  return (
    <a
      href={address.with(to)}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        if (inPlace) address.replace(to);
        else address.go(to);
      }}
      {...props}
    >
      {children}
    </a>
  );
}
