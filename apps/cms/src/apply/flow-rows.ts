import type { Flow, FlowOperation } from "@genie/schema";
import { stableId } from "@genie/crypto";

// The builder's boxes are 14 squares wide and high; these are the gaps that it leaves itself.
const first = { x: 19, y: 1 };
const toTheRight = 18;
const below = 16;

/** A flow as Directus keeps it, without whether it is switched on. */
export function flowRow(flow: Flow) {
  const { id, name, icon, color, description, trigger, options, operations, log } = flow;
  return {
    id,
    name,
    icon,
    color,
    description,
    trigger,
    options,
    accountability: log === "none" ? null : log,
    operation: operations[0] ? operationId(flow, operations[0].key) : null,
  };
}

/** The steps of a flow as Directus keeps them, with their places in the builder. */
export function operationRows(flow: Flow) {
  const places = placesOf(flow.operations);
  return flow.operations.map((operation) => {
    const { key, name, type, options, resolve, reject } = operation;
    const place = places.get(key) ?? first;
    return {
      id: operationId(flow, key),
      flow: flow.id,
      key,
      name,
      type,
      options,
      position_x: place.x,
      position_y: place.y,
      resolve: resolve === undefined ? null : operationId(flow, resolve),
      reject: reject === undefined ? null : operationId(flow, reject),
    };
  });
}

export type OperationRow = ReturnType<typeof operationRows>[number];

const operationId = ({ id }: Flow, key: string) => stableId(`${id}/${key}`);

/** What works goes to the right, what fails one line down, each line under all before it. */
function placesOf(operations: readonly FlowOperation[]): Map<string, typeof first> {
  const byKey = new Map(operations.map((operation) => [operation.key, operation]));
  const places = new Map<string, typeof first>();
  let lowest = first.y;
  const place = (key: string | undefined, at: typeof first) => {
    const operation = key === undefined ? undefined : byKey.get(key);
    if (!operation || places.has(operation.key)) return;
    places.set(operation.key, at);
    place(operation.resolve, { x: at.x + toTheRight, y: at.y });
    if (operation.reject === undefined) return;
    lowest += below;
    place(operation.reject, { x: at.x + toTheRight, y: lowest });
  };
  place(operations[0]?.key, first);
  return places;
}
