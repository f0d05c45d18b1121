import { type ComponentType, lazy, type LazyExoticComponent } from "react";

type Lazily<Props> = {
  Component: LazyExoticComponent<ComponentType<Props>>;
  /** Fetches it, for the moment in which it is about to be opened. */
  prepare: () => void;
};

/** A part of a page that is fetched when it is first shown, or when `prepare` foresees that. */
export function lazily<Props>(load: () => Promise<ComponentType<Props>>): Lazily<Props> {
  return {
    Component: lazy(async () => ({ default: await load() })),
    // What fails now is tried again when it is shown, and said then.
    prepare: () => void load().catch(() => undefined),
  };
}
