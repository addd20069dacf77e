import { z } from "zod";
import type { Wrong } from "@/lib/framework/problem";
import { dayTyped } from "./typed-day";

type Box<Name extends string> = `${Name}-${"day" | "month" | "year"}`;

const box = z.string().trim().max(10).default("");

/** The three boxes in which a form asks for a day, under its name, as a browser sends them. */
export function dayBoxes<Name extends string>(name: Name) {
  const boxes = { [`${name}-day`]: box, [`${name}-month`]: box, [`${name}-year`]: box };
  return boxes as Record<Box<Name>, typeof box>;
}

/** The day that was typed into them, as `dayTyped` has it: null for none, undefined where there is no such day. */
export function dayIn<Name extends string>(
  typed: Readonly<Record<Box<Name>, string>>,
  name: Name,
): Date | null | undefined {
  const boxes: Readonly<Record<string, string>> = typed;
  const part = (which: string) => boxes[`${name}-${which}`] ?? "";
  return dayTyped({ day: part("day"), month: part("month"), year: part("year") });
}

/**
 * The same for a day that may be left empty; `wrong` is told where there is no such day, which then counts as none.
 * `of` says which day it is where a form asks for several: "for when it starts".
 */
export function dayOrNone<Name extends string>(
  typed: Readonly<Record<Box<Name>, string>>,
  name: Name,
  wrong: Wrong,
  { of = "", example = "31 3 2027" }: { of?: string; example?: string } = {},
): Date | null {
  const day = dayIn(typed, name);
  const date = of ? `a real date ${of}` : "a real date";
  if (day === undefined) wrong(name, `Enter ${date}, such as ${example}, or leave all three boxes empty`);
  return day ?? null;
}
