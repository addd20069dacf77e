/** Called by Next once, before the first request is served. */
export async function register(): Promise<void> {
  // The other runtime has neither a database nor a process to end.
  if (process.env.NEXT_RUNTIME === "nodejs") await (await import("./lib/start-up")).beginOrExit();
}
