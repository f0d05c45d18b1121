/** Runs once, with the first press of a key, finger or button; answers what takes that back. */
export function onFirstInput(run: () => void): () => void {
  const once = new AbortController();
  const first = () => {
    once.abort();
    run();
  };
  window.addEventListener("pointerdown", first, { signal: once.signal });
  window.addEventListener("keydown", first, { signal: once.signal });
  return () => once.abort();
}
