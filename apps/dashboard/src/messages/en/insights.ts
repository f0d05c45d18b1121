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
};
