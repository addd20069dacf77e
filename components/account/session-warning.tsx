"use client";

import { useEffect, useRef, useState } from "react";
import { buttonClass } from "@/components/nhs/button";

/** How long before the end the warning comes (WCAG 2.2.1 asks for 20 seconds at least). */
const WARN_BEFORE = 2 * 60;

/** `left`: it has ended, and the person went back to the page to look at what they typed. */
type Standing = "quiet" | "warning" | "ended" | "left";

/**
 * Says two minutes before the session ends that it will, and lets it go on by one press. It asks the server first:
 * another tab may have kept the session going. A dialogue that takes the focus and keeps it, and gives it back.
 */
export function SessionWarning({ secondsLeft }: { secondsLeft: number }) {
  const [standing, setStanding] = useState<Standing>("quiet");
  // An object, so that the same number of seconds heard again sets a new timer.
  const [clock, setClock] = useState({ left: secondsLeft });
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (standing === "ended" || standing === "left") return;
    const wait = standing === "warning" ? clock.left : clock.left - WARN_BEFORE;
    const timer = setTimeout(
      () =>
        void ask("GET").then((left) => {
          // A server that does not answer ends no session: it is asked again in half a minute.
          if (left === null) return setClock({ left: standing === "warning" ? 30 : WARN_BEFORE + 30 });
          setStanding(left === 0 ? "ended" : left <= WARN_BEFORE ? "warning" : "quiet");
          setClock({ left });
        }),
      Math.max(0, wait) * 1000,
    );
    return () => clearTimeout(timer);
  }, [clock, standing]);

  useEffect(() => {
    if (standing === "quiet" || standing === "left") dialog.current?.close();
    else if (!dialog.current?.open) dialog.current?.showModal();
  }, [standing]);

  const stay = () =>
    void ask("POST").then((seconds) => {
      if (seconds === null) return;
      setStanding(seconds === 0 ? "ended" : "quiet");
      setClock({ left: seconds });
    });

  return (
    <dialog
      className="app-session"
      ref={dialog}
      aria-labelledby="session-heading"
      aria-describedby="session-text"
      onCancel={(event) => {
        event.preventDefault();
        if (standing === "warning") stay();
        else setStanding("left");
      }}
    >
      {standing === "ended" ? (
        <>
          <h2 className="nhsuk-heading-m" id="session-heading">
            You have been signed out
          </h2>
          <p id="session-text">
            What you typed on this page is still here. Sign in in a new tab, then come back and save it.
          </p>
          <a className={buttonClass("primary")} href="/sign-in" target="_blank" rel="noopener">
            Sign in (opens in a new tab)
          </a>
          <button className={buttonClass("secondary")} type="button" onClick={() => setStanding("left")}>
            Back to this page
          </button>
        </>
      ) : (
        <>
          <h2 className="nhsuk-heading-m" id="session-heading">
            You will be signed out in 2 minutes
          </h2>
          <p id="session-text">
            We do this so that nobody else can use your account. What you saved is safe.
          </p>
          <button className={buttonClass("primary")} type="button" onClick={stay}>
            Stay signed in
          </button>
        </>
      )}
    </dialog>
  );
}

/** Seconds the session has left: 0 when it has ended, null where the server does not say. */
async function ask(method: "GET" | "POST"): Promise<number | null> {
  try {
    const reply = await fetch("/api/session", { method, headers: { accept: "application/json" } });
    if (reply.status === 401) return 0;
    if (!reply.ok) return null;
    const { secondsLeft } = (await reply.json()) as { secondsLeft: number };
    return secondsLeft;
  } catch {
    return null;
  }
}
