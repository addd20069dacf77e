import "server-only";
import { notFound as answerNotFound } from "next/navigation";
import { after } from "next/server";
import { noteRefusal } from "./note-refusal";

/**
 * Ends a request with 404, and puts on record that whoever is signed in was refused it. What the service's pages and
 * routes call in place of Next's own: the page that Next then draws is drawn beside every other page as well, so
 * nothing can be noted there.
 */
export function notFound(): never {
  // Begun here, where the request is still at hand; the reply does not wait for it.
  after(noteRefusal());
  answerNotFound();
}
