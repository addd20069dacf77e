import { runCommand } from "@/scripts/command-line";
import { scoreCommand } from "@/scripts/commands/score";

await runCommand(scoreCommand);
