import type { Text } from '#kernel/text.js';

export const RENEWAL_STATES = ['renewing', 'paused', 'stuck', 'done'] as const;
export type RenewalState = (typeof RENEWAL_STATES)[number];

export const RENEWAL_WORDS: Readonly<Record<RenewalState, Text>> = {
  renewing: { lv: 'Pievieno arhīva laika zīmogus', en: 'Adding archive time stamps' },
  paused: { lv: 'Apturēta', en: 'Paused' },
  stuck: { lv: 'Aizķērusies', en: 'Stuck' },
  done: { lv: 'Pabeigta', en: 'Done' },
};

const HASH_BITS = [256, 384, 512] as const;
export type HashBits = (typeof HASH_BITS)[number];

/** The shortest known hash of at least so many bits. */
export const hashBitsFor = (least: number): HashBits => HASH_BITS.find((one) => one >= least) ?? 512;

const DAY_MS = 86_400_000;
export const daysLater = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY_MS);

/** Who begins renewals that nobody ordered: the job's name. */
export const NIGHTLY = 'certificates.look-for-due-proofs';

/** A proof that ends so soon, although no stamp to be had lasts longer, is cause for alarm. */
export const LAST_CALL_DAYS = 30;
