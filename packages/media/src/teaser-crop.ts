/** What is left of a size in another shape (width to height): the middle, as large as can be. */
export function cropTo(size: { width: number; height: number }, aspect: number | null) {
  const shape = aspect ?? size.width / size.height;
  const width = Math.max(1, Math.min(size.width, Math.round(size.height * shape)));
  const height = Math.max(1, Math.min(size.height, Math.round(size.width / shape)));
  return {
    left: Math.floor((size.width - width) / 2),
    top: Math.floor((size.height - height) / 2),
    width,
    height,
  };
}
