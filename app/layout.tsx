import "./globals.css";
import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { chosenTheme, paper } from "./theme";

export const metadata: Metadata = {
  title: { default: "Watchbill", template: "%s · Watchbill" },
  description: "Every service with its team, its watch, its notes and its runbooks.",
  applicationName: "Watchbill",
  icons: { icon: { url: "/icon.svg", type: "image/svg+xml" }, apple: "/icons/apple-touch-icon.png" },
  manifest: "/manifest.webmanifest",
  appleWebApp: { capable: true, title: "Watchbill" },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export async function generateViewport(): Promise<Viewport> {
  await connection();
  const theme = await chosenTheme();
  return {
    colorScheme: theme ?? "light dark",
    themeColor: theme
      ? paper[theme]
      : [
          { media: "(prefers-color-scheme: light)", color: paper.light },
          { media: "(prefers-color-scheme: dark)", color: paper.dark },
        ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const theme = await chosenTheme();

  return (
    // A reader who changes the theme changes this attribute before React hears of it.
    <html lang="en" data-theme={theme} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
