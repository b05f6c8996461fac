/** Called once by Next.js before the server answers its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { startServer } = await import("#lib/start-server");
  const { workWhileServing } = await import("#lib/jobs/work-while-serving");
  await startServer({ ownsSignals: Boolean(process.env.NEXT_MANUAL_SIG_HANDLE) });
  // In development a route is the newest version of itself, and what was loaded at the start is not.
  if (process.env.NODE_ENV === "production") {
    const { answerDirectly } = await import("#lib/direct-answers");
    const { intakeAnswers } = await import("#lib/alerts/intake/direct");
    const { serviceAnswers } = await import("#lib/services/over-http");
    answerDirectly([...intakeAnswers, ...serviceAnswers]);
  }
  workWhileServing();
}
