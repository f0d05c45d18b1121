"use client";

import { cn } from "#components/ui/cn.ts";
import { AddressLink } from "#features/shell/address-link.tsx";
import { isTroubled } from "./post-fate.ts";
import { PostRow, type PostRowProps } from "./post-row.tsx";

/** A row that opens its post. */
export function PostLink(props: PostRowProps) {
  const { post } = props;
  return (
    <AddressLink
      to={{ post: post.id }}
      className={cn(
        "block h-full rounded-card border bg-card p-3 hover:border-control",
        !isTroubled(post)
          ? "border-line"
          : post.status === "unconfirmed"
            ? "border-warn"
            : "border-danger",
      )}
    >
      <PostRow {...props} />
    </AddressLink>
  );
}
