/** The longest reason of a target template, in characters; the page says so. */
export const TEMPLATE_REASON_LIMIT = 1000;
