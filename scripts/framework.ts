import { runCommand } from "@/scripts/command-line";
import { frameworkCommand } from "@/scripts/commands/framework";

await runCommand(frameworkCommand);
