/** The session's cookie, and that of a sign-in that waits for its one-time code. */
export const SESSION_COOKIE = 'session';
export const AWAITING_COOKIE = 'awaiting-code';
