import type { ReactNode } from "react";

export type Shell = {
  /** Under which scripts and styles of this answer may run. */
  nonce: string | undefined;
  /** Says which files of the build belong to this page. */
  version: string;
  /** What the reader has chosen; by night the page is dim whatever it is. */
  theme: "light" | "dark" | undefined;
  /** The colour of the browser around the page, one for each theme that the system may have, or one for all. */
  papers: { color: string; media?: string }[];
};

type NightShellProps = Shell & { title: string; isNight: boolean; children: ReactNode };

/**
 * The whole document of a page of the night, around `<NightFrame>`: its style sheet, and a script without which
 * everything on the page works as well.
 */
export function NightShell({ nonce, version, theme, papers, title, isNight, children }: NightShellProps) {
  const file = (name: string) => `/night/${name}?v=${version}`;
  return (
    <html lang="en" data-theme={theme}>
      {/* biome-ignore lint/style/noHeadElement: this is no page of Next.js, which would write it. */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Watchbill`}</title>
        <link rel="stylesheet" href={file("page.css")} nonce={nonce} />
        <script type="module" src={file("page.js")} nonce={nonce} />
        {papers.map(({ color, media }) => (
          <meta key={color} name="theme-color" content={color} media={media} />
        ))}
        <meta name="color-scheme" content={isNight ? "dark" : (theme ?? "light dark")} />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <meta name="application-name" content="Watchbill" />
        <meta name="mobile-web-app-capable" content="yes" />
        <meta name="apple-mobile-web-app-title" content="Watchbill" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icons/apple-touch-icon.png" />
      </head>
      <body>{children}</body>
    </html>
  );
}
