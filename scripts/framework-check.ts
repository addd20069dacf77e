import { runCommand } from "@/scripts/command-line";
import { frameworkCheckCommand } from "@/scripts/commands/framework-check";

await runCommand(frameworkCheckCommand);
