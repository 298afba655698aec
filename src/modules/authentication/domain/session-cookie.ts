/** The session's cookie, that of a sign-in that waits for its second factor, and that of a proof under way. */
export const SESSION_COOKIE = 'session';
export const AWAITING_COOKIE = 'awaiting-factor';
export const PROOF_COOKIE = 'proof';
/** That of two accounts being joined, from the one session to the other. */
export const JOINING_COOKIE = 'joining';
/** For whom Smart-ID has succeeded in this browser before, signed: only that person's phone may be asked by itself. */
export const SMART_ID_COOKIE = 'smart-id-known';

/** Where a session is prolonged by whoever sits before a form. */
export const STAY_PATH = '/my/sign-in/stay';

/** Where one's own means of sign-in are kept: the only part open to whoever must first add one. */
export const ADD_FACTOR_PATH = '/my/sign-in';
