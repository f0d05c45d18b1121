import type { Fan } from "../fans/fan-store.ts";
import { type PostFigures, postFigures, type ProfileFigures } from "../posts/figures.ts";
import type { Attachment, Post } from "../posts/post-store.ts";
import { formatCount, formatMoney } from "./format.ts";

/** What the pages say, in words; how it is marked up is the skins' affair. */
export type Figure = { label: string; text: string };
export type MediaView = {
  kind: "image" | "video";
  label: string;
  href: string;
  small: string | null;
  mime: string;
  width: number | null;
  height: number | null;
};
export type PostView = {
  id: number;
  href: string;
  author: string;
  caption: string;
  publishedAt: number;
  visibility: string;
  tags: string[];
  figures: Figure[];
  media: MediaView[];
};
export type FanView = {
  id: number;
  name: string;
  username: string;
  tier: string;
  spent: string;
  lastSeenAt: number;
  subscribedAt: number;
};

export const visibilityNames = { public: "Public", subscribers: "Subscribers" } as const;

/** A post as somebody sees it; only its author sees what it earned. */
export function postView(post: Post, isOwner: boolean, now: number): PostView {
  return {
    id: post.id,
    href: `/posts/${post.id}`,
    author: post.username,
    caption: post.caption,
    publishedAt: post.published_at,
    visibility: visibilityNames[post.visibility],
    tags: post.tags,
    figures: figuresOfPost(postFigures(post, now), isOwner),
    media: post.media.map((media, index) => mediaView(media, index, post.media.length)),
  };
}

/** The figures at the top of a profile; only its owner sees the earnings. */
export function figuresOfProfile(figures: ProfileFigures, isOwner: boolean): Figure[] {
  const shown = [
    { label: "Posts", text: formatCount(figures.posts) },
    { label: "Followers", text: formatCount(figures.followers) },
    { label: "Following", text: formatCount(figures.following) },
    { label: "Likes", text: formatCount(figures.likes) },
  ];
  if (isOwner) shown.push({ label: "Earnings", text: formatMoney(figures.earningsCents) });
  return shown;
}

export function fanView(fan: Fan): FanView {
  return {
    id: fan.id,
    name: fan.name,
    username: fan.username,
    tier: fan.tier,
    spent: formatMoney(fan.spent_cents),
    lastSeenAt: fan.last_seen_at,
    subscribedAt: fan.subscribed_at,
  };
}

function figuresOfPost(figures: PostFigures, isOwner: boolean): Figure[] {
  const shown = [
    { label: "Likes", text: formatCount(figures.likes) },
    { label: "Comments", text: formatCount(figures.comments) },
    { label: "Views", text: formatCount(figures.views) },
  ];
  if (isOwner) shown.push({ label: "Earnings", text: formatMoney(figures.earnings_cents) });
  return shown;
}

function mediaView(media: Attachment, index: number, count: number): MediaView {
  const name = media.kind === "image" ? "Photo" : "Video";
  return {
    kind: media.kind,
    label: count === 1 ? name : `${name} ${index + 1} of ${count}`,
    href: `/media/${media.id}.${media.extension}`,
    small: media.has_small === 1 ? `/media/${media.id}-small.jpg` : null,
    mime: media.mime,
    width: media.width,
    height: media.height,
  };
}
