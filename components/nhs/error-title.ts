"use client";

import { useEffect } from "react";

/**
 * Begins the title of the page with "Error:" while something on it is wrong, for whoever has the title read to them
 * first. A new `occasion`, such as a new form state, marks a title again that was replaced meanwhile.
 */
export function useErrorTitle(wrong: boolean, occasion?: unknown): void {
  useEffect(() => {
    const before = document.title;
    if (!wrong || before.startsWith("Error: ")) return;
    document.title = `Error: ${before}`;
    return () => {
      document.title = before;
    };
  }, [wrong, occasion]);
}
