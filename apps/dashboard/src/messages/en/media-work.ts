const number = new Intl.NumberFormat("en-GB");

export const mediaWork = {
  loading: "Loading what you chose",
  loadFailed: "What you chose could not be loaded.",
  nothingTitle: "Nothing here can be worked on",
  kinds: {
    watermark: "Watermark",
    teaser: "Teaser",
    compress: "Make smaller",
    strip_metadata: "Remove metadata",
  },
  descriptions: {
    watermark: "Makes a copy with your mark on it.",
    teaser: "Makes a copy that shows less than the whole.",
    compress: "Makes a copy that is small enough.",
    strip_metadata:
      "Makes a copy without what camera and programs wrote beside the picture: place, camera, names.",
  },
  originalsStay: (count: number) =>
    count === 1
      ? "The original stays as it is."
      : `One for each of the ${number.format(count)} entries; the originals stay as they are.`,
  leftOut: {
    noFile: (count: number) =>
      count === 1 ? "one has no file" : `${number.format(count)} have no file`,
    gallery: (count: number) =>
      count === 1 ? "one is a gallery" : `${number.format(count)} are galleries`,
    format: (count: number) =>
      count === 1
        ? "one is of a kind that can't be read here"
        : `${number.format(count)} are of a kind that can't be read here`,
    damaged: (count: number) =>
      count === 1 ? "one can't be read" : `${number.format(count)} can't be read`,
  },
  leftOutTitle: (left: number, all: number) =>
    `${number.format(left)} of ${number.format(all)} ${left === 1 ? "is" : "are"} left out`,
  preview: "About how it will look",
  previewOfFirst: "About how the first one will look",
  submit: (count: number) =>
    count === 1 ? "Make the copy" : `Make ${number.format(count)} copies`,
  started: (count: number) =>
    count === 1
      ? "The copy is being made. It appears in your library."
      : `${number.format(count)} copies are being made. They appear in your library.`,
  toJobs: "Show jobs",
  presets: {
    title: "Presets",
    intro:
      "How watermarks, teasers and smaller copies are made, kept under a name. Save one where you make them.",
    loading: "Loading your presets",
    loadFailed: "Your presets could not be loaded.",
    empty:
      "Nothing is kept yet. Fill in a watermark or teaser in your library and save it as a preset.",
    preset: "Preset",
    none: "None",
    unusable: "This preset can't be read any more. Choose another one.",
    saveAs: "Save as preset",
    save: "Save preset",
    overwrite: (name: string) => `Save to “${name}”`,
    saved: (name: string) => `“${name}” is saved.`,
    name: "Name of the preset",
    nameHint: "For example: subtle, bottom right.",
    nameMissing: "Enter a name for it.",
    nameTaken: "There is one of that name already. Choose another name.",
    startWith: "Start with it",
    isDefault: (name: string) => `Start with ${name}`,
    rename: "Rename",
    renameNamed: (name: string) => `Rename ${name}`,
    delete: "Delete",
    deleteNamed: (name: string) => `Delete ${name}`,
    deleted: (name: string) => `“${name}” is deleted.`,
    restored: (name: string) => `“${name}” is back.`,
    undo: "Undo",
    parts: {
      text: (words: string) => `“${words}”`,
      seconds: (count: number) => `${count} seconds`,
      best: "the best moments",
      from: (second: number) => (second === 0 ? "from the beginning" : `from second ${second}`),
      silent: "without sound",
      atMost: (megabytes: number) => `${number.format(megabytes)} MB at most`,
    },
  },
  mark: {
    legend: "What is put on it",
    kinds: { text: "A text", picture: "A picture" },
    text: "Text",
    textMissing: "Enter the text of the watermark.",
    textTooLong: "Use at most 80 characters.",
    picture: "Picture",
    pictureHint: "A PNG with a clear background looks best.",
    pictureMissing: "Choose the picture that is put on it.",
    pictureWrong: "Choose a picture: JPEG, PNG or WebP.",
    pictureGone: "This picture is not in your library any more.",
    choosePicture: "Choose a picture",
    changePicture: "Choose another",
    tile: "All over the picture, in slanted rows",
    position: "Position",
    positions: {
      "top-left": "Top left",
      "top-right": "Top right",
      center: "Centre",
      "bottom-left": "Bottom left",
      "bottom-right": "Bottom right",
    },
    opacity: (percent: number) => `Opacity: ${percent} %`,
    scale: (percent: number) => `Size: ${percent} % of the width`,
    margin: (percent: number) => `Distance from the edge: ${percent} %`,
  },
  teaser: {
    length: (seconds: number) => `Length: ${seconds} seconds`,
    from: "What it shows",
    froms: {
      best: { label: "The best moments", hint: "Where the scene changes most, one after another." },
      start: { label: "One piece", hint: "From a point of your choice on." },
    },
    start: "Starts at second",
    startWrong: "Enter a second of the video: 0 is its beginning.",
    aspect: "Shape",
    aspects: {
      original: "As it is",
      square: "Square, 1:1",
      portrait: "Portrait, 4:5",
      vertical: "Tall, 9:16",
      landscape: "Wide, 16:9",
    },
    aspectHint: "What does not fit is cut off evenly.",
    blur: (percent: number) => (percent === 0 ? "Blur: none" : `Blur: ${percent} %`),
    sound: "With sound",
    marked: "With a watermark",
    onlyVideos: "Length, moments and sound count for videos.",
  },
  compress: {
    legend: "How small",
    toAccount: "As an account's platform takes it",
    toSize: "To a size",
    account: "Account",
    accountMissing: "Choose an account.",
    size: "Megabytes at most",
    sizeWrong: "Enter a number of megabytes from 0.05 to 4,000.",
    sizeHint: "A copy is never larger than this; how it looks suffers when it is very little.",
  },
} as const;
