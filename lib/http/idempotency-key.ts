const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text can name a save, so that repeating it gives the first reply again: a UUID. */
export function isIdempotencyKey(text: string): boolean {
  return KEY.test(text);
}
