// Loaded into the server: when the process that started it is gone, however it went, the server stops too.
// `next dev` hands it on to a worker of its own, which it stops itself and talks to over that worker's channel.
if (process.connected && !process.env.NEXT_PRIVATE_WORKER) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref();
}
