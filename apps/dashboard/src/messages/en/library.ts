const number = new Intl.NumberFormat("en-GB");

export const library = {
  search: "Search captions",
  loading: "Loading your library",
  loadFailed: "Your library could not be loaded.",
  upload: "Upload",
  noCaption: "No caption",
  picture: (caption: string) => caption || "Picture without a caption",
  video: (caption: string) => (caption ? `Video: ${caption}` : "Video without a caption"),
  gallery: (caption: string) => (caption ? `Gallery: ${caption}` : "Gallery without a caption"),
  kinds: { image: "Picture", video: "Video", gallery: "Gallery" },
  kindsMany: { image: "Pictures", video: "Videos", gallery: "Galleries" },
  sources: { scraped: "Scraped", uploaded: "Uploaded", derived: "Derived" },
  figures: { likes: "Likes", comments: "Comments", views: "Views", earnings: "Earnings" },
  facets: { platform: "Platform", type: "Type", source: "Source", sort: "Sort by" },
  all: { platform: "All platforms", type: "All types", source: "All sources" },
  orders: { newest: "Newest first", likes: "Most likes", earnings: "Highest earnings" },
  filters: (count: number) => (count === 0 ? "Filters" : `Filters (${count})`),
  filtersTitle: "Filters",
  showResults: "Show results",
  showAll: "Show everything",
  listLabel: "Your media",
  count: (count: number) => (count === 1 ? "1 entry" : `${number.format(count)} entries`),
  loadMore: "Load more",
  nothingFound: "Nothing in your library matches that",
  nothingFoundHint: "Try another word, or fewer filters.",
  emptyTitle: "Your library is empty",
  empty:
    "Connect a platform and your posts appear here by themselves, or upload pictures and videos.",
  picker: {
    label: "Media to choose from",
    chosen: (count: number, most: number) =>
      `${number.format(count)} of ${number.format(most)} chosen`,
    full: (most: number) => `Take one out first: this post takes ${number.format(most)}.`,
    use: (count: number) =>
      count === 0 ? "Use none" : count === 1 ? "Use 1" : `Use ${number.format(count)}`,
    placed: (label: string, place: number) => `${label}, number ${place}`,
  },
  detail: {
    title: "Media",
    loading: "Loading what is known about it",
    loadFailed: "Some of what is known about it could not be loaded.",
    gone: "This entry is not in your library any more.",
    noFile: "There is no file for this entry.",
    fileToCome: "Its file is not here yet. It comes with the next scrape of the account.",
    unreadable: "This file can't be shown.",
    source: "Source",
    added: "Added",
    published: "Published",
    size: "Size",
    pixels: (width: number, height: number) => `${width} × ${height}`,
    permalink: (platform: string) => `Open on ${platform}`,
    caption: "Caption",
    captionHint: "Your own words. Search finds it by them.",
    altText: "What it shows",
    captionSaved: "The caption is saved.",
    schedule: "Schedule",
    delete: "Delete",
    deleteTitle: "Delete this from your library?",
    deleteText: "The file is deleted for good. Copies made of it stay. This can't be undone.",
    deleteScraped:
      "The file here is deleted; the post on the platform stays. The next scrape brings it back for as long as it is there.",
    deleted: "It is deleted from your library.",
    neededTitle: "A planned post needs this",
    needed:
      "Without it the post would go out incomplete. Take it out of the post or cancel it first; nothing was deleted.",
    madeFrom: "Made from",
    versions: "Versions",
    making: "A new version is waiting to be made",
    makingPercent: (percent: number) => `A new version is being made … ${percent} %`,
    usedIn: "Used in posts",
  },
  uploads: {
    title: "Uploads",
    waiting: "Waiting",
    sending: (percent: number) => `${percent} %`,
    speed: (bytesPerSecond: number) => `${megabytes.format(bytesPerSecond / 1e6)} MB/s`,
    left: timeLeft,
    interrupted: (percent: number) =>
      `${percent} %, waiting for the connection. It goes on by itself.`,
    storing: "Checking the file",
    summary: (done: number, all: number, failed: number) =>
      `${done} of ${all} in your library${failed > 0 ? `, ${failed} failed` : ""}`,
    clear: "Clear finished",
    stopAll: "Stop all",
    done: "In your library",
    remove: (name: string) => `Take ${name} off this list`,
    stop: (name: string) => `Stop ${name}`,
    retry: (name: string) => `Try ${name} again`,
    drop: "Drop pictures and videos to upload them",
  },
};

const megabytes = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

function timeLeft(seconds: number): string {
  if (seconds < 10) return "a few seconds left";
  if (seconds < 60) return `${Math.ceil(seconds / 10) * 10} seconds left`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return minutes === 1 ? "about a minute left" : `about ${minutes} minutes left`;
  const hours = Math.round(minutes / 60);
  return hours === 1 ? "about an hour left" : `about ${hours} hours left`;
}
