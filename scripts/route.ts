import { runCommand } from "@/scripts/command-line";
import { routeCommand } from "@/scripts/commands/route";

await runCommand(routeCommand);
