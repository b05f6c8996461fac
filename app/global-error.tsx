"use client";

import "./globals.css";
import { ErrorState } from "#components/layout/error-state";
import { Button } from "#components/ui/button";

/** When even the layout failed, for example because the database is away. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body className="px-6">
        <title>Watchbill is not available right now</title>
        <main>
          <ErrorState
            title="Watchbill is not available right now"
            reference={error.digest}
            actions={<Button onClick={reset}>Try again</Button>}
          >
            The server could not answer. It recovers by itself as soon as its database does.
          </ErrorState>
        </main>
      </body>
    </html>
  );
}
