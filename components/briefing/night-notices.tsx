import type { ReactNode } from "react";

/** An address of the night that leads to nothing. */
export const NothingHere = ({ what }: { what: "alert" | "service" }) => (
  <Notice title={`There is no such ${what} here`}>
    <p>Its address may have been cut off on the way: open the message again.</p>
    <p>
      <a className="night-tap" href="/alerts">
        Open alerts
      </a>
    </p>
  </Notice>
);

type NotShownProps = {
  /** The page's own address. */
  address: string;
  /** Under which the log says why. */
  reference: string;
};

/** The page could not be made: the alert is untouched, and trying again is the thing to do. */
export const NotShown = ({ address, reference }: NotShownProps) => (
  <Notice title="This page could not be shown">
    <p>The alert is untouched, and whoever has to be paged is paged. Try again, or call whoever is on watch.</p>
    <p>
      <a className="night-button" href={address}>
        Try again
      </a>
    </p>
    <p className="night-faint">Reference for an administrator: {reference}</p>
  </Notice>
);

function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="night">
      <div className="night-bar">
        <a href="/">Watchbill</a>
      </div>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
