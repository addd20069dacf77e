"use client";

import { useEffect } from "react";
import { keepWhatIsSent } from "./last-sent";

/** Remembers what was sent last, for the error page to give back. Draws nothing. */
export function KeepSent() {
  useEffect(keepWhatIsSent, []);
  return null;
}
