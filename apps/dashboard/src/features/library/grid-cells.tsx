"use client";

import type { Media } from "@genie/directus-client";
import type { LibraryOrder } from "@genie/schema";
import type { LibraryView } from "#features/device/device-preferences.ts";
import { useAddress } from "#features/shell/use-address.ts";
import type { TileRow } from "./justified-rows.ts";
import { LibraryListRow } from "./library-list-row.tsx";
import { LibraryTile } from "./library-tile.tsx";

type GridCellsProps = {
  /** Those of the row. */
  media: readonly Media[];
  row: TileRow;
  view: LibraryView;
  order: LibraryOrder;
  /** The place in the whole list that Tab leads to. */
  active: number;
  selected: readonly string[];
};

/** The entries of one row. */
export function GridCells({ media, row, view, order, active, selected }: GridCellsProps) {
  const address = useAddress();
  return media.map((one, index) => {
    const cell = {
      media: one,
      href: address.with({ item: one.id }),
      isActive: row.start + index === active,
      isSelected: selected.includes(one.id),
    };
    return view === "list" ? (
      <LibraryListRow key={one.id} {...cell} height={row.height} />
    ) : (
      <LibraryTile
        key={one.id}
        {...cell}
        order={order}
        width={row.widths[index] ?? 0}
        height={row.height}
        isSelecting={selected.length > 0}
      />
    );
  });
}
