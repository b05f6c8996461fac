/** What tells that a line is about an error, with how much it tells; the first that fits counts. */
const signs: [RegExp, number][] = [
  // Frames of a stack say where, not what.
  [/^\s*(?:at |\.\.\. \d+ more|File "|goroutine \d+|from .+:\d+:in)/, 0],
  [/^\s*Caused by:/i, 9],
  [/^(?:[\w$]+\.)*[A-Z][\w$]*(?:Exception|Error)\b\s*(?::|$)/, 8],
  [/\b[A-Z][\w$]*(?:Exception|Error)\b/, 7],
  [/\b(?:panic|fatal|segfault|oomkilled|out of memory|deadlock)\b/i, 7],
  [/\b(?:error|exception|err|crit|critical|emerg)\b/i, 6],
  [/\b(?:fail(?:ed|ure|s)?|refused|reset|denied|exhausted|unavailable|unreachable|timed? ?out|killed|aborted)\b/i, 5],
  [/\b(?:cannot|could not|can't|couldn't|unable|invalid|missing|no such|not found|too many|exceeded|full)\b/i, 4],
  [/\bwarn(?:ing)?\b/i, 2],
];

/** How much a line of a log tells about an error: 9 for the cause that a stack trace names, 0 for one of its frames. */
export function errorWeight(line: string): number {
  const start = line.slice(0, longest);
  return signs.find(([sign]) => sign.test(start))?.[1] ?? 1;
}

const longest = 2_000;
