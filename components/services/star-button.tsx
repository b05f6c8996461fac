"use client";

import { Star } from "lucide-react";
import { useFormStatus } from "react-dom";
import { classNames } from "#components/ui/class-name";

type StarButtonProps = { service: string; name: string; isStarred: boolean };

/** Keeps a service at hand, or lets it go. It stands in a form on `starServiceAction`, which may hold several. */
export function StarButton({ service, name, isStarred }: StarButtonProps) {
  const { data } = useFormStatus();
  // What was pressed shows at once; the server's answer follows.
  const isOn =
    data?.has("star") && data.get("star") === service ? true : data?.get("unstar") === service ? false : isStarred;
  return (
    <button
      type="submit"
      name={isStarred ? "unstar" : "star"}
      value={service}
      aria-pressed={isOn}
      aria-label={`Star ${name}`}
      title={isOn ? "Starred" : "Star"}
      className="-my-1 grid size-8 shrink-0 place-items-center rounded-control text-ink-faint hover:bg-well hover:text-ink touch:-my-2 touch:size-11"
    >
      <Star aria-hidden="true" className={classNames("size-4", isOn && "fill-current text-ink-soft")} />
    </button>
  );
}
