/** How long it took from one instant (ISO text) to another: `under a minute`, `41 min`, `3 h 5 min`, `2 days 4 h`. */
export function lastedWords(from: string, to: string): string {
  const minutes = Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
  if (minutes < 1) return "under a minute";
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days > 0) return [days === 1 ? "1 day" : `${days} days`, hours > 0 && `${hours} h`].filter(Boolean).join(" ");
  return [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`].filter(Boolean).join(" ");
}
