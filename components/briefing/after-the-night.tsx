import { Part } from "#components/briefing/part";
import type { WatchAhead } from "#lib/briefing/views";

/** Whoever was woken need not stand the next day's watch: one tap to ask for cover, or to have somebody take it. */
export function AfterTheNight({ watches }: { watches: readonly WatchAhead[] }) {
  if (watches.length === 0) return null;
  return (
    <Part id="after" title="After a night like this">
      <p>You were woken. Nobody expects you on watch today as well.</p>
      <ul className="night-rows">
        {watches.map(({ rotation, to }) => (
          <li key={rotation.slug}>
            {rotation.name}:{" "}
            <a className="night-tap" href={`/rotations/${rotation.slug}/ask?${new URLSearchParams({ shift: to })}`}>
              ask for cover of your next watch
            </a>
          </li>
        ))}
      </ul>
    </Part>
  );
}
