/** Runs a script; when it fails, prints what failed and what to do, without a stack, and ends with status 1. */
export async function failPlainly(script: () => Promise<void>): Promise<void> {
  try {
    await script();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
