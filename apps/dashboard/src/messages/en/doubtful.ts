/** About a post of which nobody knows whether it is on its platform. */
export const doubtful = {
  label: "What became of this post?",
  sentAt: "Our request went out",
  notSaid: (platform: string) =>
    `${platform} did not say whether it took this post, and we can't find out by ourselves.`,
  look: (platform: string) => `Look at your profile on ${platform}`,
  there: "It is there",
  again: "Post again",
  leave: "Leave it",
  thereTitle: "It is there",
  thereText: "It is noted as published.",
  address: "Address of the post (optional)",
  addressHint: (platform: string) => `Its link on ${platform}, so that your calendar leads there.`,
  addressInvalid: (platform: string) =>
    `This is no address of a post. Copy it from ${platform} as it is, or leave the field empty.`,
  saidThere: "Noted as published.",
  againTitle: "Post it again?",
  againText: (platform: string) =>
    `It goes out now. If the first one did arrive on ${platform} after all, it is there twice. Look at your profile first.`,
  againLater: (platform: string, pause: string) =>
    `It goes out later, because ${pause}. If the first one did arrive on ${platform} after all, it is there twice. Look at your profile first.`,
  saidAgain: "Planned again. It goes out as soon as it can.",
  saidLeft: "Left as it is. You can still say later what became of it.",
} as const;
