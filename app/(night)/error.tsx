"use client";

/** The briefing could not be made: the alert is untouched, and trying again is the thing to do. */
export default function NightError() {
  return (
    <main className="night">
      <h1>This page could not be shown</h1>
      <p>The alert is untouched, and whoever has to be paged is paged. Try again, or call whoever is on watch.</p>
      <p>
        <a className="night-button" href="">
          Try again
        </a>
      </p>
    </main>
  );
}
