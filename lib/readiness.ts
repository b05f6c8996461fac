import "server-only";
import { isMigrated } from "#db/prepare";

const patienceMilliseconds = 3_000;

/** Whether the database answers within three seconds and has every migration of this source. */
export async function isReady(): Promise<boolean> {
  const { promise: tooLate, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), patienceMilliseconds);
  try {
    return await Promise.race([isMigrated(), tooLate]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
