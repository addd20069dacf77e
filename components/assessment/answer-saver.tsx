"use client";

import { useRouter } from "next/navigation";
import { useEffect, useReducer, useRef, useState } from "react";
import { answerApiPath, answerPagePath } from "@/lib/http/addresses";
import type { CurrentAnswer } from "@/lib/assessment/stored-answer";
import { type FormReader, readerOf } from "./form-reader";
import { sendAnswer } from "./send-answer";
import { SaveQueue, type SaveState } from "./save-queue";
import { SaveStatus } from "./save-status";
import type { Apart } from "./their-answer";

type Props = {
  place: { assessmentId: string; capabilityId: string; scope: string };
  version: number;
  /** The build that made this page. */
  build: string;
};

type Saving = {
  queue: SaveQueue;
  reader: FormReader;
  /** Does what a button asked for: focus follows to what becomes of it. */
  onPress: (act: () => void) => void;
};

/** How long to wait for a pause in typing, and in choosing, before saving, in milliseconds. */
const TYPING_PAUSE = 1200;
const CHOOSING_PAUSE = 150;

/**
 * Saves the answer as it is filled in, and says at all times whether what is on the page is saved. It stands inside
 * the plain form and reads it; without JavaScript the form's buttons do the work. What was typed lives in the page
 * alone, never in the browser's storage (decision 0004).
 */
export function AnswerSaver({ place, version, build }: Props) {
  const marker = useRef<HTMLDivElement>(null);
  const saving = useRef<Saving | null>(null);
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const [calls, callFocus] = useReducer((count: number) => count + 1, 0);
  const [apart, setApart] = useState<Apart | null>(null);
  const [asking, setAsking] = useState<{ level: number; lost: string[] } | null>(null);
  const [updated, setUpdated] = useState(false);
  const router = useRouter();
  // The queue counts on by itself; starting it anew with each refresh of the page would drop what is waiting.
  const [versionAtFirst] = useState(version);
  const path = answerApiPath(place);

  useEffect(() => {
    const form = marker.current?.closest("form");
    if (!form) return;
    const reader = readerOf(form);
    // True while nothing is tried by itself, because the person has to choose first.
    let waits = false;
    // True while a save is under way that a button asked for.
    let pressed = false;
    let theirs: CurrentAnswer | null = null;
    const compare = () => setApart(theirs && reader.differencesFrom(theirs.value));
    let timer = 0;
    const queue = new SaveQueue({
      version: versionAtFirst,
      send: (content, at, key) => sendAnswer(path, content, at, key),
      newKey: () => crypto.randomUUID(),
      later: (act, milliseconds) => window.setTimeout(act, milliseconds),
      tell: (next, at) => {
        waits = next.kind === "stale" || next.kind === "locked" || next.kind === "not_found";
        theirs = next.kind === "stale" ? (next.current as CurrentAnswer | null) : null;
        if (theirs) reader.setSeen(theirs.version);
        compare();
        setState(next);
        if (next.kind !== "saving") {
          if (pressed && next.kind !== "saved" && next.kind !== "retrying") callFocus();
          pressed = false;
        }
        reader.setVersion(at);
        // Not after an update of the service: the page would be loaded anew, and take the cursor from whoever goes on
        // typing. Not while more is being typed: it could come back as one that only reads.
        if (next.kind === "saved" && next.build !== build) setUpdated(true);
        else if (next.kind === "saved" && timer === 0) router.refresh();
      },
    });
    const onPress = (act: () => void) => {
      pressed = true;
      act();
    };
    saving.current = { queue, reader, onPress };

    const now = () => {
      window.clearTimeout(timer);
      timer = 0;
      queue.save(reader.content());
    };
    const soon = (pause: number) => {
      compare();
      if (waits) return;
      setState({ kind: "changed" });
      window.clearTimeout(timer);
      timer = window.setTimeout(now, pause);
    };
    const changed = (event: Event) => {
      // Leaving a box of text; what was typed in it is on its way already.
      if (event.target instanceof HTMLTextAreaElement) return;
      const level = reader.pickedLevel(event.target);
      const lost = level === null ? [] : reader.decisionsLostBy(level);
      if (level !== null && lost.length > 0) {
        setAsking({ level, lost });
        return;
      }
      setAsking(null);
      if (level !== null) reader.showLevel(level);
      else reader.touched(event.target);
      soon(CHOOSING_PAUSE);
    };
    const typed = (event: Event) => {
      if (event.target instanceof HTMLTextAreaElement) soon(TYPING_PAUSE);
    };
    const submitted = (event: SubmitEvent) => {
      const content = reader.contentFor(event.submitter);
      if (!content) return;
      event.preventDefault();
      window.clearTimeout(timer);
      timer = 0;
      onPress(() => queue.save(content));
    };
    const leaving = (event: BeforeUnloadEvent) => {
      if (queue.unsaved || timer !== 0) event.preventDefault();
    };
    // Somebody who turns to another window, or shuts the lid, has their last words saved at once.
    const turned = () => {
      if (timer !== 0) now();
      else if (queue.unsaved) queue.retry();
    };
    if (reader.touchedAlready) soon(TYPING_PAUSE);
    form.addEventListener("change", changed);
    form.addEventListener("input", typed);
    form.addEventListener("submit", submitted);
    window.addEventListener("beforeunload", leaving);
    window.addEventListener("online", turned);
    document.addEventListener("visibilitychange", turned);
    return () => {
      window.clearTimeout(timer);
      form.removeEventListener("change", changed);
      form.removeEventListener("input", typed);
      form.removeEventListener("submit", submitted);
      window.removeEventListener("beforeunload", leaving);
      window.removeEventListener("online", turned);
      document.removeEventListener("visibilitychange", turned);
    };
  }, [path, router, versionAtFirst, build]);

  // These buttons go away when pressed: focus goes to the words that stay.
  const chosen = (act: (now: Saving) => void) => {
    const now = saving.current;
    if (!now) return;
    setAsking(null);
    callFocus();
    now.onPress(() => act(now));
  };
  const cancelled = () => {
    setAsking(null);
    callFocus();
    saving.current?.reader.forgetLevel();
  };

  return (
    <div ref={marker} className="app-save">
      <SaveStatus
        state={state}
        calls={calls}
        asking={asking !== null}
        apart={apart}
        signInHref={`/sign-in?returnTo=${encodeURIComponent(answerPagePath(place))}`}
        onKeepMine={(version) => chosen(({ queue, reader }) => queue.resumeFrom(version, reader.content()))}
        onUseTheirs={() => {
          saving.current?.queue.drop();
          window.location.assign(answerPagePath(place));
        }}
        onAddNote={(note) => saving.current?.reader.addNote(note)}
        updated={updated}
        here={answerPagePath(place)}
        onRetry={() => chosen(({ queue }) => queue.retry())}
      />
      {asking && (
        <div className="nhsuk-inset-text" role="alert">
          <p>Picking level {asking.level} changes what was decided for:</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {asking.lost.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary"
            onClick={() =>
              chosen(({ queue, reader }) => {
                reader.showLevel(asking.level);
                queue.save(reader.content());
              })
            }
          >
            Yes, save level {asking.level}
          </button>{" "}
          <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={cancelled}>
            No, leave it as it is
          </button>
        </div>
      )}
    </div>
  );
}
