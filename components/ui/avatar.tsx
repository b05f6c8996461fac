/** A person's initials. Their name stands beside it, so it says nothing to a screen reader. */
export function Avatar({ name, size = "medium" }: { name: string; size?: "small" | "medium" | "large" }) {
  const sizes = { small: "size-6 text-[0.625rem]", medium: "size-8 text-small", large: "size-12 text-large" };
  return (
    <span
      aria-hidden="true"
      className={`inline-grid shrink-0 select-none place-items-center rounded-full bg-well font-semibold text-ink-soft leading-none ring-1 ring-line ring-inset ${sizes[size]}`}
    >
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}
