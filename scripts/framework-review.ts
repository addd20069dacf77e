import { runCommand } from "@/scripts/command-line";
import { frameworkReviewCommand } from "@/scripts/commands/framework-review";

await runCommand(frameworkReviewCommand);
