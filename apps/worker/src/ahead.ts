/** Asks for the next one while the last is worked on; one at most is waiting. Ends the source with itself. */
export async function* ahead<Item>(source: AsyncIterable<Item>): AsyncIterable<Item> {
  const items = source[Symbol.asyncIterator]();
  const ask = () => {
    const asked = items.next();
    // It is thrown when its turn comes, or never.
    asked.catch(() => {});
    return asked;
  };
  let next = ask();
  try {
    for (let item = await next; !item.done; item = await next) {
      next = ask();
      yield item.value;
    }
  } finally {
    await items.return?.();
  }
}
