/** What a post will have gathered in the end. */
export type Potential = {
  published_at: number;
  likes: number;
  comments: number;
  views: number;
  earnings_cents: number;
};
export type PostFigures = Omit<Potential, "published_at">;
export type ProfileFigures = {
  followers: number;
  following: number;
  likes: number;
  posts: number;
  earningsCents: number;
};

const stepMs = 10 * 60 * 1000;
const grownMs = 7 * 24 * 60 * 60 * 1000;
const viewsPerFollower = 150;

/** A post's figures at a moment. They grow for a week, in steps of ten minutes, fast at first. */
export function postFigures(post: Potential, now: number): PostFigures {
  const age = Math.floor(Math.max(0, now - post.published_at) / stepMs) * stepMs;
  const share = Math.sqrt(Math.min(1, age / grownMs));
  return {
    likes: Math.floor(post.likes * share),
    comments: Math.floor(post.comments * share),
    views: Math.floor(post.views * share),
    earnings_cents: Math.floor(post.earnings_cents * share),
  };
}

/** A profile's figures: they follow from its posts and its fans, and from nothing else. */
export function profileFigures(
  account: { base_followers: number; following: number },
  posts: Potential[],
  fansSpentCents: number,
  now: number,
): ProfileFigures {
  const figures = posts.map((post) => postFigures(post, now));
  const sum = (field: keyof PostFigures) => figures.reduce((total, post) => total + post[field], 0);
  return {
    followers: account.base_followers + Math.floor(sum("views") / viewsPerFollower),
    following: account.following,
    likes: sum("likes"),
    posts: posts.length,
    earningsCents: fansSpentCents + sum("earnings_cents"),
  };
}
