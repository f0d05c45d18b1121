import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

const home = Symbol.for("genie.metrics");

/** The metrics of this process: one registry, also where a bundle has this file a second time. */
export const registry: Registry = ((globalThis as { [home]?: Registry })[home] ??= new Registry());

type Described<Label extends string> = {
  name: `genie_${string}`;
  help: string;
  /** Each with few values: never an id, an address or anything of a person. */
  labels?: readonly Label[];
};

/** Counts up. Asked for twice, it is the same one. */
export function counter<Label extends string = never>(metric: Described<Label>): Counter<Label> {
  const { name, help, labels = [] } = metric;
  const known = registry.getSingleMetric(name) as Counter<Label> | undefined;
  return known ?? new Counter({ name, help, labelNames: [...labels], registers: [registry] });
}

/** Counts values by size; `buckets` are upper limits in the unit that the name ends with. */
export function histogram<Label extends string = never>(
  metric: Described<Label> & { buckets: readonly number[] },
): Histogram<Label> {
  const { name, help, labels = [], buckets } = metric;
  const known = registry.getSingleMetric(name) as Histogram<Label> | undefined;
  const options = { name, help, labelNames: [...labels], buckets: [...buckets] };
  return known ?? new Histogram({ ...options, registers: [registry] });
}

/**
 * A value that goes up and down; `collect` sets it whenever somebody asks. When that fails it is reset, counted in
 * `genie_gauges_failed_total`, and takes no other metric along.
 */
export function gauge<Label extends string = never>(
  metric: Described<Label> & { collect?: (gauge: Gauge<Label>) => Promise<void> | void },
): Gauge<Label> {
  const { name, help, labels = [], collect } = metric;
  const known = registry.getSingleMetric(name) as Gauge<Label> | undefined;
  return (
    known ??
    new Gauge({
      name,
      help,
      labelNames: [...labels],
      registers: [registry],
      ...(collect && {
        async collect() {
          try {
            await collect(this);
          } catch {
            this.reset();
            failedGauges().inc({ gauge: name });
          }
        },
      }),
    })
  );
}

const failedGauges = () =>
  counter({
    name: "genie_gauges_failed_total",
    help: "How often a value could not be read when somebody asked for it",
    labels: ["gauge"],
  });

/** Memory, processor, event loop and garbage of this process, under the name of its service. */
export function watchProcess(service: string): void {
  if (registry.getSingleMetric("process_start_time_seconds")) return;
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
}
