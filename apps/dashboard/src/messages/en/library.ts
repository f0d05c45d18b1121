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
  loadMore: "Load more",
  nothingFound: "Nothing in your library matches that.",
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
  uploads: {
    title: "Uploads",
    waiting: "Waiting",
    sending: (percent: number) => `${percent} %`,
    storing: "Checking the file",
    done: "In your library",
    remove: (name: string) => `Take ${name} off this list`,
    stop: (name: string) => `Stop ${name}`,
    retry: (name: string) => `Try ${name} again`,
    drop: "Drop pictures and videos to upload them",
  },
};
