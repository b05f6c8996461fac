import type { ComponentProps, ReactNode } from "react";
import { classNames } from "#components/ui/class-name";

export type Column = { label: ReactNode; align?: "left" | "right"; isHidden?: boolean; className?: string };

type TableProps = { caption: string; columns?: readonly Column[]; className?: string; children: ReactNode };

/** A plain table of hairlines. On a phone each row becomes a first line and a line of facts beneath it. */
export function Table({ caption, columns, className, children }: TableProps) {
  return (
    <table className={classNames("w-full border-collapse max-sm:block", className)}>
      <caption className="sr-only">{caption}</caption>
      {columns && (
        <thead className="max-sm:sr-only">
          <tr>
            {columns.map((column, index) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are fixed and have no other identity
                key={index}
                scope="col"
                className={classNames(
                  "pr-4 pb-1.5 font-normal text-ink-faint text-small last:pr-0",
                  column.align === "right" ? "text-right" : "text-left",
                  column.className,
                )}
              >
                <span className={classNames(column.isHidden && "sr-only")}>{column.label}</span>
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody className="max-sm:block">{children}</tbody>
    </table>
  );
}

/** One row of a Table. */
export function Row({ className, ...props }: ComponentProps<"tr">) {
  return (
    <tr
      {...props}
      className={classNames(
        "border-t align-baseline max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-3 max-sm:py-2.5",
        className,
      )}
    />
  );
}

type CellProps = ComponentProps<"td"> & {
  align?: "left" | "right";
  /** Shown before the value on a phone, where the column's heading is out of sight. */
  label?: ReactNode;
};

/** One cell; the first of a row is its name and takes the whole width of a phone. */
export function Cell({ align, label, className, children, ...props }: CellProps) {
  return (
    <td
      {...props}
      className={classNames(
        "py-[0.5625rem] pr-4 last:pr-0 max-sm:py-0 max-sm:pr-0 first:wrap-anywhere max-sm:first:w-full",
        align === "right" && "sm:text-right",
        className,
      )}
    >
      {label && <span className="mr-1.5 text-ink-faint text-small sm:hidden">{label}</span>}
      {children}
    </td>
  );
}

/** A quieter second line, or words after the name, inside a cell. */
export function CellNote({ isInline, children }: { isInline?: boolean; children: ReactNode }) {
  return <span className={classNames("text-ink-faint text-small", isInline ? "ml-1.5" : "block")}>{children}</span>;
}
