import { runCommand } from "@/scripts/command-line";
import { frontierCommand } from "@/scripts/commands/frontier";

await runCommand(frontierCommand);
