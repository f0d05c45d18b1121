"use client";

import type { Post } from "@genie/directus-client";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { AddressLink } from "#features/shell/address-link.tsx";
import { isTroubled } from "./describe-post.ts";
import { PostRow } from "./post-row.tsx";

type PostLinkProps = { post: Post; now: Date; day?: ReactNode };

/** A row that opens its post. */
export function PostLink({ post, now, day }: PostLinkProps) {
  return (
    <AddressLink
      to={{ post: post.id }}
      className={cn(
        "block h-full rounded-card border border-line bg-card p-3 hover:border-control",
        isTroubled(post) && (post.status === "unconfirmed" ? "border-warn" : "border-danger"),
      )}
    >
      <PostRow post={post} now={now} day={day} />
    </AddressLink>
  );
}
