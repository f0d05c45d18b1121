/** What we look at of a layer of express 4. */
export type Layer = {
  regexp: RegExp & { fast_slash?: boolean };
  route?: { path: string; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
};

const reads = new Set(["get", "head", "options", "search"]);

/**
 * Each route below these layers that is no read, as "METHOD /path" in order. `ANY` is what answers
 * whatever the method: a handler that is no route, but has a path.
 */
export function writesOf(layers: readonly Layer[], prefix = ""): string[] {
  return [...new Set(layers.flatMap((layer) => writesOfLayer(layer, prefix)))].toSorted();
}

function writesOfLayer({ route, regexp, handle }: Layer, prefix: string): string[] {
  if (route) {
    const methods = Object.keys(route.methods).filter((method) => !reads.has(method));
    // Without the form of a parameter, and without a slash at the end.
    const path = `${prefix}${route.path}`.replaceAll(/\([^)]*\)/g, "").replace(/(?<=.)\/$/, "");
    return methods.map((method) => `${method === "_all" ? "ANY" : method.toUpperCase()} ${path}`);
  }
  const mounted = `${prefix}${pathOf(regexp)}`;
  if (handle.stack) return writesOf(handle.stack, mounted);
  return pathOf(regexp) === "" ? [] : [`ANY ${mounted}`];
}

/** Where a router or a handler is mounted; express keeps only the expression that it made of it. */
function pathOf(regexp: Layer["regexp"]): string {
  if (regexp.fast_slash) return "";
  const [, path = ""] = /^\^(.*?)\\\/\?(?:\(\?=\\\/\|\$\)|\$)$/.exec(regexp.source) ?? [];
  return path.replaceAll("(.*)", "*").replaceAll("\\", "");
}
