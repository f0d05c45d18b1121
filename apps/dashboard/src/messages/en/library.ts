const number = new Intl.NumberFormat("en-GB");

export const library = {
  loadFailed: "Your library could not be loaded.",
  upload: "Upload",
  noCaption: "No caption",
  thumbnail: {
    none: "There is no file",
    preparing: "Being prepared",
    gone: "This picture can't be shown",
  },
  picture: (caption: string) => caption || "Picture without a caption",
  video: (caption: string) => (caption ? `Video: ${caption}` : "Video without a caption"),
  gallery: (caption: string) => (caption ? `Gallery: ${caption}` : "Gallery without a caption"),
  kinds: { image: "Picture", video: "Video", gallery: "Gallery" },
  kindsMany: { image: "Pictures", video: "Videos", gallery: "Galleries" },
  sources: { scraped: "Scraped", uploaded: "Uploaded", derived: "Derived" },
  figures: { likes: "Likes", comments: "Comments", views: "Views", earnings: "Earnings" },
  facets: { sort: "Sort by" },
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
    captionHint: "Your own words. Search finds it by them. Saved as you type.",
    altText: "What it shows",
    schedule: "Schedule",
    delete: "Delete",
    madeFrom: "Made from",
    versions: "Versions",
    preparing: "This file is being prepared. It is shown here in a moment.",
    beside: "Entries beside this one",
    previous: "Previous",
    next: "Next",
    badges: "What was taken out, and tags",
    removed: {
      camera: "Camera data removed",
      location: "Location removed",
      text: "Hidden text removed",
    },
    courseTitle: "How it did over time",
    course: (figure: string) => `${figure} over time`,
    figure: "Figure",
    outings: "Where it went and is to go",
    noOutings: "Nowhere yet.",
    outingsFailed: "Where it went could not be read.",
    relations: { copy: "As a copy or its original", similar: "A look-alike of it" },
    similar: "Looks the same",
    making: "A new version is waiting to be made",
    makingPercent: (percent: number) => `A new version is being made … ${percent} %`,
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
