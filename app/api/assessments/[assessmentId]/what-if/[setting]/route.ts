import { may } from "@/lib/access/policy";
import { currentUser } from "@/lib/auth/current-user";
import { noteRefusal } from "@/lib/auth/note-refusal";
import { resultOf } from "@/lib/data/results";
import { whileDatabaseAnswers } from "@/lib/http/database-away";
import { problem, reply } from "@/lib/http/problem";
import { whatIfOutcome } from "@/lib/report/what-if-outcome";
import { askedWhatIf, whatIfChoices } from "@/lib/report/what-if-question";

type Context = { params: Promise<{ assessmentId: string; setting: string }> };

/** What the ticks in the address would come to, for the page where they are made. It saves nothing. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return whileDatabaseAnswers("This cannot be worked out just now. Try again", async () => {
    const user = await currentUser();
    if (!user) return problem(401, "Sign in to try what if");
    const { assessmentId, setting } = await params;
    const found = await resultOf(user, assessmentId, setting);
    if (!found) {
      await noteRefusal();
      return problem(404, "There is no such result");
    }
    const showSensitive = may(user, "see sensitive items", found.assessment.organisationId);
    const { searchParams } = new URL(request.url);
    const ticks = { met: searchParams.getAll("met"), lost: searchParams.getAll("lost") };
    const { supposed } = askedWhatIf(ticks, whatIfChoices(found, { showSensitive }));
    return reply(whatIfOutcome(found, supposed, { showSensitive }));
  });
}
