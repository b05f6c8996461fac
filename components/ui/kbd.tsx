/** Keys to press. `Mod` is Ctrl, or Command on Apple's machines. */
export function Kbd({ keys }: { keys: readonly string[] }) {
  return (
    <kbd className="whitespace-nowrap font-mono text-ink-faint text-small">
      {keys.map((key) => (key === "Mod" ? "Ctrl" : key)).join(" ")}
    </kbd>
  );
}
