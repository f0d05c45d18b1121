/** What is worked on at all. Beyond that a file is refused before it is unpacked. */
export const mediaLimits = {
  /** Width times height of a picture: the largest that phones make. */
  picturePixels: 51_000_000,
  /** Of all pictures of an animation together, and their number. */
  animationPixels: 1_000_000_000,
  animationFrames: 2_000,
  pictureBytes: 128 * 1024 * 1024,
  /** Width times height of a video: 4096 by 2304. */
  videoPixels: 9_437_184,
  videoStreams: 32,
  videoFramesPerS: 240,
  videoHours: 12,
} as const;

/** What a process may take, at which it is killed. */
export const processLimits = {
  memoryMb: 512,
  /** Making a video anew of more pixels than 1920 by 1200. */
  largeVideoMemoryMb: 1_024,
  inspectMs: 10_000,
  /** And more for large ones. */
  pictureMs: 10_000,
  /** Without a sign of getting on. */
  stallMs: 60_000,
} as const;
