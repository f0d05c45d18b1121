/** A post that was planned; its caption is its own. */
export type PlannedPost<Class extends string = string> = { caption: string; class: Class };

/**
 * `posts`: planned. `duplicates`: how many times too often one is there. `lost`: not there, and nobody
 * was asked about it. `needsPerson`: somebody is asked, whether it is there or not.
 */
export type Verdict = { posts: number; duplicates: number; lost: number; needsPerson: number };

/** Holds what the platform shows against what was planned. */
export function judge<Class extends string>(
  planned: readonly PlannedPost<Class>[],
  shown: readonly string[],
  askedAbout: ReadonlySet<string>,
): Record<Class, Verdict> & { all: Verdict } {
  const times = Map.groupBy(shown, (caption) => caption);
  const verdictOf = (posts: readonly PlannedPost[]): Verdict => {
    const counts = posts.map(({ caption }) => ({
      isAsked: askedAbout.has(caption),
      times: times.get(caption)?.length ?? 0,
    }));
    return {
      posts: posts.length,
      duplicates: counts.reduce((sum, one) => sum + Math.max(0, one.times - 1), 0),
      lost: counts.filter((one) => one.times === 0 && !one.isAsked).length,
      needsPerson: counts.filter(({ isAsked }) => isAsked).length,
    };
  };
  const classes = [...Map.groupBy(planned, (post) => post.class)];
  const each = Object.fromEntries(classes.map(([name, posts]) => [name, verdictOf(posts)]));
  return { ...(each as Record<Class, Verdict>), all: verdictOf(planned) };
}
