const currencyNames = new Intl.DisplayNames("en-GB", { type: "currency" });

/** "US Dollar"; without a known code, what there is. */
function currencyName(currency: string | null): string {
  if (currency === null) return "a currency that the platform does not name";
  try {
    return currencyNames.of(currency) ?? currency;
  } catch {
    return currency;
  }
}

const number = new Intl.NumberFormat("en-GB");
const postsOf = (count: number) => (count === 1 ? "1 post" : `${number.format(count)} posts`);

export const insights = {
  intro: "How your figures went, as far as the platforms show them.",
  loadFailed: "Your figures could not be loaded.",
  emptyTitle: "No figures yet",
  empty:
    "Connect a platform. Each time it is read its figures are kept, and two readings make a line.",
  accountGone: "This account is not connected any more. Choose another one, or all accounts.",
  periodLabel: "Period",
  periods: { "30d": "30 days", "90d": "90 days", year: "A year", all: "All" },
  accountLabel: "Account",
  allAccounts: "All accounts",
  questions: {
    followers: "Are more people following you?",
    likes: "Do more people like what you post?",
    earnings: "Are you earning more?",
  },
  questionIn: (question: string, currency: string | null) =>
    `${question} (${currencyName(currency)})`,
  currency: currencyName,
  explained: {
    followers: "Followers, as the platform counts them.",
    likes: "All likes on the account, as the platform counts them.",
    earnings: "The total that the platform shows, so a line that rises is money that came in.",
  },
  more: (amount: string, day: string, now: string) => `${amount} more than on ${day}: now ${now}.`,
  fewer: (amount: string, day: string, now: string) => `${amount} less than on ${day}: now ${now}.`,
  same: (now: string, day: string) => `The same as on ${day}: ${now}.`,
  oneReading: (value: string, day: string) =>
    `Two readings are needed for a line. The first, on ${day}, says ${value}.`,
  notRead: "Not read yet. The first reading comes with the next scrape.",
  notShown: "Nothing was read in this time, or the platform does not show it.",
  chartLabel: (question: string) =>
    `Chart: ${question} The slider and the table below it say the same in words.`,
  cutScale: "To show the change, this scale does not start at zero but at",
  lookAtDay: "Look at one day",
  showTable: "Show as table",
  day: "Day",
  noReading: "No reading",
  best: {
    title: "Which posts did best?",
    explained: {
      "30d": "Of what you published in the last 30 days.",
      "90d": "Of what you published in the last 90 days.",
      year: "Of what you published in the last year.",
      all: "Of everything in your library that was published.",
    },
    orderLabel: "Compare by",
    orders: { likes: "Likes", earnings: "Earnings", views: "Views" },
    figure: {
      likes: (count: string) => `${count} likes`,
      earnings: (amount: string) => amount,
      views: (count: string) => `${count} views`,
    },
    noDate: "No date known",
    empty: {
      likes: "No post of this time has likes yet, or the platform does not show them.",
      earnings: "No post of this time has earned anything yet, or the platform does not show it.",
      views: "No post of this time has views yet, or the platform does not show them.",
    },
    loading: "Loading your best posts",
    loadFailed: "Your best posts could not be loaded.",
  },
  works: {
    title: "What works for you?",
    explained: {
      "30d": "By what your posts of the last 30 days are about.",
      "90d": "By what your posts of the last 90 days are about.",
      year: "By what your posts of the last year are about.",
      all: "By what all your posts are about.",
    },
    byLabel: "Judge by",
    by: { engagement: "Likes and comments", earnings: "Earnings" },
    questions: {
      engagement: (platform: string) => `What engages on ${platform}?`,
      earnings: (platform: string) => `What earns on ${platform}?`,
    },
    of: (posts: number) => `${postsOf(posts)} compared.`,
    unsorted: (count: number) =>
      count === 1
        ? "One entry is being sorted and counts in a moment."
        : `${number.format(count)} entries are being sorted and count in a moment.`,
    none: {
      engagement: "The platform has shown no likes or comments of these posts.",
      earnings: "The platform has shown no earnings of these posts.",
    },
    fewInAll: (posts: number, needed: number) =>
      `${postsOf(posts)} in all: too few to compare. A group and the rest need ${needed} each.`,
    empty: "Nothing was published in this time, as far as your library knows.",
    loading: "Comparing your posts",
    loadFailed: "Your posts could not be compared.",
    group: "Group",
    figures: {
      engagement: "Median of likes and comments, posts, and difference from the rest",
      earnings: "Median of earnings, posts, and difference from the rest",
    },
    posts: postsOf,
    noPosts: "no posts",
    few: (posts: number) => `${postsOf(posts)}, too few to judge`,
    fewOthers: (posts: number) => `${postsOf(posts)}, and too few others`,
    times: (ratio: string) => `${ratio} times the rest`,
    less: (percent: number) => `${percent} % less than the rest`,
    near: "close to the rest",
    fromNothing: "the rest has none",
    unclear: "no clear difference",
    fewUnclear: "which is few: no clear difference",
    unknown: "Nothing is known of this yet.",
    tags: "What stands out",
    noTags: "No subject stands out yet.",
    certaintyTitle: "How sure is this?",
    certainty: (fewest: number) =>
      `Each figure is a median: half of the posts have more, half have less. Groups of fewer than ${fewest} posts are not judged. A difference counts as clear only when a rank test says so; of all that are clear, about one in twenty may still be chance. And what goes along with success need not be its reason.`,
  },
};
