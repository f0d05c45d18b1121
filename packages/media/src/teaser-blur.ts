/** At full strength the radius of this part of the shorter side, where nothing can be made out. */
const strongest = 1 / 8;
const mostSigma = 4;

/** The size at which to blur, and how far, for a strength of 0 to 1; none for 0. */
export function blurOf(size: { width: number; height: number }, strength: number) {
  const sigma = strength * strength * strongest * Math.min(size.width, size.height);
  if (sigma < 0.5) return undefined;
  const scale = Math.min(1, mostSigma / sigma);
  return {
    width: Math.max(2, Math.round(size.width * scale)),
    height: Math.max(2, Math.round(size.height * scale)),
    sigma: sigma * scale,
  };
}
