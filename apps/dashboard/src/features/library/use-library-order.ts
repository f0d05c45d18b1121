"use client";

import { type LibraryOrder, libraryOrders } from "@genie/schema";
import { useDevice } from "#features/device/device-provider.tsx";
import { useAddress } from "#features/shell/use-address.ts";

/** How the library is sorted: as the address says, or as this device remembers. */
export function useLibraryOrder() {
  const device = useDevice();
  const address = useAddress();
  const asked = address.get("sort");
  const order = libraryOrders.find((one) => one === asked) ?? device.libraryOrder;
  const sortBy = (next: LibraryOrder) => {
    address.go({ sort: next });
    device.change({ libraryOrder: next });
  };
  return { order, sortBy };
}
