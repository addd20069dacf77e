import { spawn } from "node:child_process";
import type { ServerAccount } from "./server-account";

type Options = { account: ServerAccount | null; cwd: string; timeoutSeconds: number };

/**
 * Runs a program to its end and returns what it printed. Rejects with that text when it fails or takes too
 * long. It waits for the program itself, not for servers the program left running.
 */
export function runProgram(program: string, args: string[], options: Options): Promise<string> {
  const { account, cwd, timeoutSeconds } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`${program} did not finish in ${timeoutSeconds} seconds.\n${printed}`));
    }, timeoutSeconds * 1000);
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(new Error(`${program} could not be started: ${error.message}`, { cause: error }));
    });
    child.on("exit", (code) => {
      clearTimeout(timer);
      const settle = () => {
        child.stdout.destroy();
        child.stderr.destroy();
        if (code === 0) resolve(printed);
        else reject(new Error(`${program} failed (${code ?? "killed"}).\n${printed.trim()}`));
      };
      // Text may still be in the pipes; a server left running may hold them open for good.
      const late = setTimeout(settle, 500);
      child.once("close", () => {
        clearTimeout(late);
        settle();
      });
    });
  });
}
