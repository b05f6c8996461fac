import type { AlertView } from "#lib/alerts/views";

const longest = 4_000;

/** What its sender sent: labels, links and details as they came, behind one tap. */
export function WhatCame({ alert: { labels, details, links, intakeNote, origin } }: { alert: AlertView }) {
  const names = Object.keys(labels).toSorted();
  const text = details === null ? "" : JSON.stringify(details, null, 1);
  if (names.length === 0 && links.length === 0 && !text && !intakeNote) return null;
  return (
    <section id="came" aria-label="What its sender sent" data-live="">
      {links.length > 0 && (
        <p>
          {links.map(({ url, title }) => (
            <a key={url} href={url} className="night-tap mr-4">
              {title}
            </a>
          ))}
        </p>
      )}
      <details className="night-more">
        <summary>What its sender sent ({origin})</summary>
        {intakeNote && <p className="night-small">{intakeNote}</p>}
        {names.length > 0 && (
          <dl className="night-small">
            {names.map((name) => (
              <div key={name}>
                <dt className="inline font-semibold">{name}</dt> <dd className="inline">{labels[name]}</dd>
              </div>
            ))}
          </dl>
        )}
        {text && (
          <pre className="overflow-x-auto whitespace-pre-wrap py-2 text-small">
            {text.length > longest ? `${text.slice(0, longest)}…` : text}
          </pre>
        )}
      </details>
    </section>
  );
}
