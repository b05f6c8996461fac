import { Square, SquareCheck } from "lucide-react";

/** The box of a task in a list: it tells, and cannot be ticked. */
export function TaskMark({ isDone }: { isDone: boolean }) {
  const Box = isDone ? SquareCheck : Square;
  return <Box role="img" aria-hidden={undefined} aria-label={isDone ? "Done:" : "To do:"} className="document-task" />;
}
