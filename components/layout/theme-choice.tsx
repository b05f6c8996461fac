"use client";

import { useId, useSyncExternalStore } from "react";

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

const changed = "watchbill:theme";

/** Light, dark, or as the system has it. Takes effect at once and is remembered for a year. */
export function ThemeChoice() {
  const name = useId();
  const theme = useSyncExternalStore(subscribe, readTheme, () => undefined);
  if (!theme) return null;

  return (
    <fieldset className="flex items-center gap-1 text-small">
      <legend className="sr-only">Theme</legend>
      {themes.map((choice) => (
        <label
          key={choice}
          className="cursor-pointer rounded-small px-2 py-1 text-ink-soft capitalize hover:text-ink has-checked:bg-well has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent touch:py-2.5"
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={theme === choice}
            onChange={() => chooseTheme(choice)}
          />
          {choice}
        </label>
      ))}
    </fieldset>
  );
}

function chooseTheme(theme: Theme) {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;

  const age = theme === "system" ? 0 : 60 * 60 * 24 * 365;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing outside secure contexts
  document.cookie = `theme=${theme}; path=/; max-age=${age}; samesite=lax`;
  window.dispatchEvent(new Event(changed));
}

function readTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
}

function subscribe(onChange: () => void) {
  window.addEventListener(changed, onChange);
  return () => window.removeEventListener(changed, onChange);
}
