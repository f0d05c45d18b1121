const number = new Intl.NumberFormat("en-GB");
const entries = (count: number) => (count === 1 ? "1 entry" : `${number.format(count)} entries`);

/** Tags as a creator wants them sorted in her whole library, and sorting it again. */
export const ownTags = {
  title: "Your tags",
  intro:
    "How single words are sorted in your whole library, whatever is known of them otherwise. Your tags win.",
  add: "Add a tag",
  listLabel: "Your tags",
  loading: "Loading your tags",
  loadFailed: "Your tags could not be loaded.",
  emptyTitle: "No tags of your own",
  empty:
    "Add a word that only you use, or one that you would sort otherwise. Tags of an entry offer the same under “In your whole library”.",
  find: "Find one of your tags",
  noneFound: "None of your tags has these letters.",
  sortedAs: (concept: string, band: string) => `${concept}: ${band}`,
  ignored: "Ignored: it counts for nothing",
  change: "Change",
  changeNamed: (tag: string) => `Change ${tag}`,
  delete: "Delete",
  deleteNamed: (tag: string) => `Delete ${tag}`,
  dialog: {
    addTitle: "Add a tag of your own",
    changeTitle: (tag: string) => `How “${tag}” is sorted`,
    description: "It holds for your whole library, which is sorted again with it.",
    tag: "Tag",
    tagHint: "A word or a few, as you write them in captions.",
    tagMissing: "Enter a word, for example the name of a series of yours.",
    tagTooLong: "Use at most 100 characters.",
    concept: "Concept",
    place: { scale: "Where it belongs", strength: "How strongly it counts" },
    ignored: "Ignore it",
    ignoredHint: "Where it stands it counts for nothing.",
    save: "Save tag",
    taken: "You have a tag of that name already. Change that one; nothing was saved.",
  },
  saved: (tag: string) => `“${tag}” is one of your tags. Your library is sorted again with it.`,
  ignoredNow: (tag: string) => `“${tag}” is ignored in your whole library from now on.`,
  deleted: (tag: string) => `“${tag}” is none of your tags any more.`,
  undo: "Undo",
  undone: (tag: string) => `“${tag}” is as it was before.`,
  sort: {
    title: "Sort my library",
    intro:
      "Every entry is sorted by itself when it is new or changed. Your corrections stay, however often it is sorted.",
    loading: "Loading how much is sorted",
    loadFailed: "How much of your library is sorted could not be loaded.",
    none: "There is nothing in your library yet.",
    allSorted: (total: number) =>
      total === 1 ? "Your one entry is sorted." : `All ${number.format(total)} entries are sorted.`,
    underWay: (done: number, total: number) =>
      `${number.format(done)} of ${entries(total)} sorted. It goes on without you.`,
    outdated: (count: number) =>
      count === 1
        ? "1 entry was sorted before tags changed."
        : `${entries(count)} were sorted before tags changed.`,
    again: "Sort my library again",
    againOutdated: (count: number) => `Sort ${count === 1 ? "that entry" : "those entries"} again`,
    started: (count: number) =>
      count === 0
        ? "There is nothing to sort again."
        : `${entries(count)} ${count === 1 ? "is" : "are"} being sorted again.`,
    startFailed: "Sorting did not start; everything is as it was.",
    progress: "How much is sorted",
  },
};
