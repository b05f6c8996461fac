import { type ClassValue, clsx } from "clsx";

/** Joins class names and leaves out what is false or absent. */
export function classNames(...names: ClassValue[]): string {
  return clsx(...names);
}
