// Loaded into the server: when the process that started it is gone, however it went, the server stops too.
if (process.connected) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref();
}
