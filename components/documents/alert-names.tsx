/** The alerts that a runbook answers, as their rules spell them. */
export function AlertNames({ names }: { names: readonly string[] }) {
  return (
    <>
      answers{" "}
      {names.map((name, index) => (
        <span key={name}>
          {index > 0 && ", "}
          <code className="wrap-anywhere">{name}</code>
        </span>
      ))}
    </>
  );
}
