import type { IsoDate } from '#kernel/iso-date.js';

/** Users are sent to a remote course until the last day for that, and never once it has begun. */
export const isOpenForApplying = ({ applyUntil, startsAt }: { readonly applyUntil: IsoDate; readonly startsAt: Date }, today: IsoDate, now: Date): boolean => today <= applyUntil && now < startsAt;
