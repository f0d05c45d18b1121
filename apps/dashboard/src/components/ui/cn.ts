import { type ClassValue, clsx } from "clsx";

/** Joins class names. Of two that set the same thing the order here decides nothing: give one of them. */
export function cn(...classes: ClassValue[]): string {
  return clsx(classes);
}
