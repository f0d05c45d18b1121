export type Stoppable = {
  name: string;
  /** Names of those that must be there until this one has stopped. */
  needs: readonly string[];
  stop: () => Promise<void>;
};

/** Stops all of them: each when nothing that needs it is left, and at once those that nothing needs. */
export async function stopInOrder(all: readonly Stoppable[]): Promise<void> {
  const stopped = new Map<Stoppable, Promise<void>>();
  const stopOnce = (one: Stoppable): Promise<void> => {
    const begun = stopped.get(one) ?? stopAfterUsers(one);
    stopped.set(one, begun);
    return begun;
  };
  const stopAfterUsers = async (one: Stoppable) => {
    await Promise.all(all.filter(({ needs }) => needs.includes(one.name)).map(stopOnce));
    await one.stop();
  };
  await Promise.all(all.map(stopOnce));
}
