const number = new Intl.NumberFormat("en-GB");

export const fans = {
  intro: "Who subscribes, how engaged they are, and what you want to remember about them.",
  search: "Search names",
  loadFailed: "Your fans could not be loaded.",
  listLabel: "Your fans",
  count: (count: number) => (count === 1 ? "1 fan" : `${number.format(count)} fans`),
  loadMore: "Load more",
  nameless: "No name known",
  notShown: "Not shown",
  noScore: "Not scored",
  hasNotes: "Has notes",
  spentLabel: "Spent",
  seenLabel: "Seen",
  columns: {
    fan: "Fan",
    account: "Account",
    status: "Status",
    score: "Score",
    spent: "Spent",
    seen: "Last seen",
    notes: "Notes",
  },
  statuses: { active: "Subscribed", expired: "Not any more", unknown: "Not known" },
  facets: { account: "Account", status: "Status", score: "Score", sort: "Sort by" },
  all: { account: "All accounts", status: "Any status", score: "Any score" },
  leastScore: (least: number) => `${least} and more`,
  orders: {
    score: "Highest score",
    spent: "Spent most",
    recent: "Seen last",
    name: "Name",
  },
  filters: (count: number) => (count === 0 ? "Filters" : `Filters (${count})`),
  filtersTitle: "Filters",
  showResults: "Show results",
  showAll: "Show everybody",
  nobodyFound: "Nobody matches that",
  nobodyFoundHint: "Try another part of the name, or fewer filters.",
  noAccount: {
    title: "No fans yet",
    hint: "Connect a platform, and the fans that it shows you appear here with the first scrape.",
  },
  notScraped: {
    title: "No fans yet",
    hint: "Your account has not been scraped yet. Its fans appear here when it has.",
  },
  noneThere: {
    title: "No fans were found",
    hint: "The last scrape found none, or your platform does not list them. The next scrape looks again.",
  },
  toPlatforms: "Open platforms",
  detail: {
    title: "Fan",
    loading: "Loading what is known",
    loadFailed: "What is known about this fan could not be loaded.",
    gone: "This fan is not in your list any more.",
    subscribed: "Subscribed since",
  },
  notes: {
    label: "Notes",
    hint: "For your eyes only. Saved as you type.",
  },
  score: {
    title: "Score:",
    of100: (score: number) => `${score} of 100`,
    points: (fact: string, points: number, of: number) => `${fact}: ${points} of ${of} points`,
    listed: (score: number) =>
      `The list says ${score}, as of the last scrape. A score moves with the days.`,
    facts: {
      spent: (amount: string) => `Spent ${amount}`,
      spentUnknown: "What was spent is not shown",
      seen: (days: number) =>
        days === 0
          ? "Seen in the last 24 hours"
          : days === 1
            ? "Seen a day ago"
            : `Seen ${number.format(days)} days ago`,
      seenUnknown: "When last seen is not shown",
      subscribed: (days: number) =>
        days === 1 ? "Subscribed for a day" : `Subscribed for ${number.format(days)} days`,
      subscribedUnknown: "Since when subscribed is not shown",
      subscriptionEnded: "The subscription has ended",
      status: {
        active: "Subscribed now",
        expired: "Not subscribed any more",
        unknown: "Not known whether subscribed",
      },
    },
  },
  history: {
    title: "History",
    empty: "Each scrape that finds something new adds a line here.",
    line: "How the score changed",
    loadFailed: "The history could not be loaded.",
    spent: (amount: string) => `spent ${amount}`,
    score: (score: number) => `score ${score}`,
  },
};
