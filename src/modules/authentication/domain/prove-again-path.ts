/** Where people prove anew who they are. */
export const PROVE_AGAIN_PATH = '/sign-in/again';

/** What they see then in a window opened for it alone. */
export const PROVEN_PATH = '/sign-in/again/done';

/** The address of that page for going on to `to` afterwards, with at least a level. */
export const proveAgain = (to: string, level?: string): string => `${PROVE_AGAIN_PATH}?${new URLSearchParams({ to, ...(level && { level }) }).toString()}`;
