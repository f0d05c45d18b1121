const number = new Intl.NumberFormat("en-GB");

export const home = {
  greeting: (name: string) => `Hello, ${name}`,
  greetingWithoutName: "Hello",
  calm: "Nothing needs you right now.",
  stepsTitle: "Three steps to your first scheduled post",
  stepsProgress: (done: number, total: number) => `${done} of ${total} done`,
  stepDone: "Done",
  steps: {
    connect: {
      title: "Connect a platform",
      todo: "Your log-in is sealed on this server, and you can take it back at any time.",
      done: (count: number) =>
        count === 1 ? "One account is connected." : `${count} accounts are connected.`,
      action: "Connect a platform",
    },
    library: {
      title: "Look at your library",
      todo: "What you have posted appears there by itself; you can upload more.",
      done: (count: number) =>
        count === 1 ? "One entry is in it." : `${number.format(count)} entries are in it.`,
      action: "Open your library",
    },
    schedule: {
      title: "Schedule your first post",
      todo: "Choose media, write a caption, pick a time. It goes out once, on time.",
      done: (count: number) =>
        count === 1 ? "You have scheduled a post." : `You have scheduled ${count} posts.`,
      action: "Schedule a post",
    },
  },
  needsTitle: "What needs you",
  needs: {
    login: (account: string) => `${account} wants you to log in again`,
    loginText: "Until then nothing is posted or read there.",
    logIn: "Log in",
    lookAtJobs: "Look at what failed",
    lookAtPost: "Look at the post",
    job: {
      scrape_profile: (account: string) => `Reading ${account} did not work`,
      other: "A job on your media did not work",
    },
  },
  nextTitle: "Going out next",
  nextEmpty: "Nothing is scheduled.",
  toCalendar: "Open calendar",
  figuresTitle: "The last 30 days",
  figuresEmpty: "Figures appear when your account has been read for the first time.",
  figures: { followers: "Followers", likes: "Likes", earnings: "Earnings" },
  figureUnknown: "Not shown there",
  changeSince: (change: string, day: string) => `${change} since ${day}`,
  noChange: (day: string) => `No change since ${day}`,
  firstReading: "First reading",
  trend: (figure: string) => `How ${figure.toLowerCase()} changed`,
  latelyTitle: "What changed lately",
  latelyEmpty: "Nothing yet.",
  readAccount: (account: string) => `${account} was read`,
  postTakenDown: (platform: string) => `No longer on ${platform}`,
  postPublished: (account: string) => `Published on ${account}`,
  loadFailed: "Your overview could not be loaded.",
} as const;
