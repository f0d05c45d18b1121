import { operationsPanels } from "./operations-panels.ts";

export type Panel = {
  id: string;
  name: string;
  icon: string | null;
  color: string | null;
  note: string | null;
  type: string;
  show_header: boolean;
  /** In squares of the grid, from 1. */
  position_x: number;
  position_y: number;
  width: number;
  height: number;
  options: Record<string, unknown>;
};

export type Dashboard = {
  id: string;
  name: string;
  icon: string;
  note: string;
  color: string | null;
  panels: readonly Panel[];
};

/** What administrators find under Insights. What they add there themselves is theirs. */
export const dashboards: readonly Dashboard[] = [
  {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c6000",
    name: "Operations",
    icon: "monitor_heart",
    note: "What goes out, what needs somebody, and how the work is going.",
    color: null,
    panels: operationsPanels,
  },
];
