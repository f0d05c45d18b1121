"use client";

import type { Post } from "@genie/directus-client";
import { ButtonLink } from "#components/ui/button.tsx";
import { isOpenToChange } from "#features/calendar/is-movable.ts";
import { usePlatforms } from "#features/platforms/use-platforms.ts";
import { AddressLink } from "#features/shell/address-link.tsx";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type GroupNoteProps = {
  post: Post;
  /** Those that were written as one with it. */
  siblings: readonly Post[];
  isTogether: boolean;
};

/** Says which posts are being changed, of those that were written as one. */
export function GroupNote({ post, siblings, isTogether }: GroupNoteProps) {
  const { group: text } = useMessages(composerMessages).composer;
  const platforms = usePlatforms();
  const changeable = siblings.filter(({ status }) => isOpenToChange(status));
  const left = siblings.filter(({ status }) => !isOpenToChange(status));
  const differ = changeable.some((one) => settingsOf(one) !== settingsOf(post));
  const named = (posts: readonly Post[]) =>
    posts
      .map(({ account }) => {
        const name = platforms.find(({ id }) => id === account.platform)?.name ?? account.platform;
        return `${name} @${account.username}`;
      })
      .join(", ");
  return (
    <div className="grid justify-items-start gap-2 rounded-card border border-line bg-page p-3">
      <p className="wrap-anywhere">
        {isTogether ? text.together(changeable.length + 1) : text.alone(named(siblings))}
      </p>
      {isTogether && left.length > 0 && (
        <p className="wrap-anywhere text-ink-soft">{text.left(named(left))}</p>
      )}
      {isTogether && differ && <p className="text-warn">{text.sameForAll}</p>}
      {changeable.length > 0 && (
        <ButtonLink variant="secondary" size="small">
          <AddressLink inPlace to={{ together: isTogether ? null : "1" }}>
            {isTogether ? text.editAlone : text.editTogether(changeable.length + 1)}
          </AddressLink>
        </ButtonLink>
      )}
    </div>
  );
}

/** What saving makes the same for all of them. */
const settingsOf = ({ scheduledFor, rating, latePolicy }: Post) =>
  [scheduledFor === null ? null : Date.parse(scheduledFor), rating, latePolicy].join();
