/** A time to engage in words: `40 s`, `3 min 20 s`, `25 min`, `2 h 5 min`. */
export function secondsWords(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 600)
    return [`${Math.floor(seconds / 60)} min`, seconds % 60 > 0 && `${seconds % 60} s`].filter(Boolean).join(" ");
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return [`${Math.floor(minutes / 60)} h`, minutes % 60 > 0 && `${minutes % 60} min`].filter(Boolean).join(" ");
}
