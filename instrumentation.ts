/** Called once by Next.js before the server answers its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { startServer } = await import("#lib/start-server");
  const { workWhileServing } = await import("#lib/jobs/work-while-serving");
  await startServer({ ownsSignals: Boolean(process.env.NEXT_MANUAL_SIG_HANDLE) });
  workWhileServing();
}
