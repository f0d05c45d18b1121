/** Hands over at once what comes within some time; `work` says itself what goes wrong. */
export function gather<Item>(
  withinMs: number,
  work: (items: Item[]) => Promise<void>,
): (items: readonly Item[]) => void {
  let gathered: Item[] = [];
  return (items) => {
    if (gathered.length === 0 && items.length > 0) {
      setTimeout(() => {
        const all = gathered;
        gathered = [];
        void work(all);
      }, withinMs);
    }
    gathered.push(...items);
  };
}
