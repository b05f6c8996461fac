"use client";

type NightErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** The briefing could not be made: the alert is untouched, and trying again is the thing to do. */
export default function NightError({ error, reset }: NightErrorProps) {
  return (
    <main className="night">
      <h1>This page could not be shown</h1>
      <p>The alert is untouched, and whoever has to be paged is paged. Try again, or call whoever is on watch.</p>
      <p>
        <button type="button" className="night-button" onClick={reset}>
          Try again
        </button>
      </p>
      {error.digest && <p className="night-faint">Reference for an administrator: {error.digest}</p>}
    </main>
  );
}
