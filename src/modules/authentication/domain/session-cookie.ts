/** The session's cookie, that of a sign-in that waits for its second factor, and that of a proof under way. */
export const SESSION_COOKIE = 'session';
export const AWAITING_COOKIE = 'awaiting-factor';
export const PROOF_COOKIE = 'proof';

/** Where one's own means of sign-in are kept: the only part open to whoever must first add one. */
export const ADD_FACTOR_PATH = '/my/sign-in';
