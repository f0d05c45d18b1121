export const scrim = "fixed inset-0 z-40 bg-scrim";

/** A sheet at the bottom of a phone, a centred panel above. */
export const panel =
  "animate-appear fixed inset-x-0 bottom-0 z-50 max-h-[90dvh] overflow-y-auto rounded-t-card border border-line bg-card pb-[max(1rem,env(safe-area-inset-bottom))] shadow-raised sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-full sm:max-w-lg sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-card";
