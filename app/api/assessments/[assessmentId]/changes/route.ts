import { listeningUser } from "@/lib/auth/listening-user";
import { noteRefusal } from "@/lib/auth/note-refusal";
import { followAnswers } from "@/lib/data/live-answers";
import { problem } from "@/lib/http/problem";
import { eventStream } from "@/lib/http/event-stream";

type Context = { params: Promise<{ assessmentId: string }> };

const minute = 60_000;

/**
 * What colleagues save in an assessment, as it happens, as server-sent events: `saved` with one answer's standing,
 * `standing` with the version of each at first and where some may have gone unheard, `ended` where the person may listen no longer. It is no use of the
 * session, and asks every minute whether the session still stands.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { assessmentId } = await params;
  const whoListens = await listeningUser();
  const user = await whoListens();
  if (!user) return problem(401, "Sign in to see what colleagues save");
  const stream = eventStream(request.signal);
  const end = () => {
    stream.send("ended");
    stream.close();
  };
  const follow = (as: typeof user) =>
    followAnswers(as, assessmentId, {
      saved: (answer) => stream.send("saved", answer),
      standing: (versions) => stream.send("standing", versions),
      // The browser connects again by itself, to another process or to the next one here.
      stopping: () => stream.close(),
    });
  let unfollow = await follow(user);
  if (!unfollow) {
    await noteRefusal();
    return problem(404, "There is no such assessment");
  }
  const check = async () => {
    const now = await whoListens();
    const next = now && (await follow(now));
    unfollow?.();
    unfollow = next;
    if (!next) end();
    else stream.keepAlive();
  };
  // While the database is away nothing is told either; the next minute asks again.
  const timer = setInterval(() => void check().catch(() => undefined), minute);
  stream.onClose(() => {
    clearInterval(timer);
    unfollow?.();
  });
  return stream.response;
}
