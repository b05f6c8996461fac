const tokens = [
  ...["paper", "sheet", "well", "line", "line-strong", "control", "ink", "ink-soft", "accent", "accent-wash"],
  ...["over", "over-wash", "warn", "warn-wash", "port", "port-wash", "starboard", "starboard-wash"],
] as const;

export type Palette = Record<(typeof tokens)[number], string> & { isDark: boolean };

/** The colours in force at `element`, as #rrggbb: the drawing library reads no newer notation. */
export function paletteOf(element: HTMLElement): Palette {
  const probe = document.createElement("span");
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  element.after(probe);
  const colours = tokens.map((token) => {
    probe.style.color = `var(--${token})`;
    return [token, hexOf(getComputedStyle(probe).color, canvas)];
  });
  const isDark = getComputedStyle(document.documentElement).colorScheme === "dark" || isDarkBySystem();
  probe.remove();
  return { ...(Object.fromEntries(colours) as Palette), isDark };
}

const isDarkBySystem = () =>
  !document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches;

function hexOf(colour: string, canvas: CanvasRenderingContext2D | null): string {
  if (!canvas) return "#808080";
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** Calls `hear` when the reader or their system changes the theme, until the returned function is called. */
export function whenPaletteChanges(hear: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const observer = new MutationObserver(hear);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"], subtree: true });
  system.addEventListener("change", hear);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", hear);
  };
}
