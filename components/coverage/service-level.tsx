import { type Level, levels, levelWords } from "#lib/coverage/checks";
import { reachedWords, stepsToNext } from "#lib/coverage/level-words";
import type { Bits } from "#lib/coverage/masks";

const and = new Intl.ListFormat("en");

/** How far a service has come, in words, and what it lacks for the next level. */
export function ServiceLevel({ level, bits }: { level: number; bits: Bits }) {
  const next = stepsToNext(level, bits);
  const reached: Level | undefined = levels[level - 1];
  return (
    <div className="mb-6">
      <p className="font-bold text-title">
        {level === 0 ? "Not Owned yet" : reachedWords(level)}
        {next && level > 0 && <span className="font-normal text-ink-soft">, not {next.name} yet</span>}
      </p>
      <p className="max-w-[44rem] text-ink-soft">
        {reached && `${levelWords[reached].means} `}
        {next ? (
          <>
            For <b className="text-ink">{next.name}</b> it lacks {and.format(next.missing)}.
          </>
        ) : (
          "All four levels are reached: what is left is to keep it so."
        )}
      </p>
    </div>
  );
}
