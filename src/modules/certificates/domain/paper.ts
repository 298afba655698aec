import type { Text } from '#kernel/text.js';

export const PAPER_REASONS = ['foreign-university', 'foreign-authority', 'employer', 'other'] as const;
export type PaperReason = (typeof PAPER_REASONS)[number];
export const REASON_WORDS: Readonly<Record<PaperReason, Text>> = {
  'foreign-university': { lv: 'Iesniegšanai ārvalsts augstskolā', en: 'For a university abroad' },
  'foreign-authority': { lv: 'Iesniegšanai ārvalsts iestādē', en: 'For an authority abroad' },
  employer: { lv: 'Iesniegšanai darba devējam', en: 'For an employer' },
  other: { lv: 'Cits iemesls', en: 'Another reason' },
};

export const DELIVERIES = ['collected', 'posted'] as const;
export type Delivery = (typeof DELIVERIES)[number];
export const DELIVERY_WORDS: Readonly<Record<Delivery, Text>> = {
  collected: { lv: 'Saņemšu klātienē', en: 'I shall collect it' },
  posted: { lv: 'Nosūtīt pa pastu', en: 'Send it by post' },
};

export const PAPER_STATES = ['submitted', 'accepted', 'printed', 'delivered', 'refused', 'withdrawn'] as const;
export type PaperState = (typeof PAPER_STATES)[number];
export const PAPER_WORDS: Readonly<Record<PaperState, Text>> = {
  submitted: { lv: 'Iesniegts', en: 'Submitted' },
  accepted: { lv: 'Pieņemts', en: 'Accepted' },
  printed: { lv: 'Izdrukāts un apliecināts', en: 'Printed and attested' },
  delivered: { lv: 'Izsniegts', en: 'Delivered' },
  refused: { lv: 'Atteikts', en: 'Refused' },
  withdrawn: { lv: 'Atsaukts', en: 'Withdrawn' },
};

/** What the agency may make of a request; whoever asked may withdraw it while it is only submitted. */
export const NEXT_STEPS: Readonly<Record<PaperState, readonly PaperState[]>> = { submitted: ['accepted', 'refused'], accepted: ['printed', 'refused'], printed: ['delivered'], delivered: [], refused: [], withdrawn: [] };
/** In which states the copy is made: not before the request was accepted, and no more once it was handed over. */
export const PRINTED_IN: readonly PaperState[] = ['accepted', 'printed'];
/** What each step is called on its button. */
export const STEP_WORDS: Readonly<Record<'accepted' | 'printed' | 'delivered' | 'refused', Text>> = {
  accepted: { lv: 'Pieņemt', en: 'Accept' },
  printed: { lv: 'Atzīmēt kā izdrukātu', en: 'Mark as printed' },
  delivered: { lv: 'Atzīmēt kā izsniegtu', en: 'Mark as delivered' },
  refused: { lv: 'Atteikt', en: 'Refuse' },
};

/** Whether the fee is still to come: no copy is printed before. */
export const isUnpaid = ({ feeCents, paidOn }: { readonly feeCents: number; readonly paidOn: string | null }): boolean => feeCents > 0 && paidOn === null;

/** Cents as euros, "10,67 EUR" in Latvian. */
export const euros = (cents: number): Text => {
  const words = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
  return { lv: `${words.replace('.', ',')} EUR`, en: `EUR ${words}` };
};

/** What the code of a printed copy claims. The same words find the copy again when the certificate is revoked. */
export const claimedOf = ({ number, version, total, issuedOn, page }: { readonly number: string; readonly version: number; readonly total: number; readonly issuedOn: string; readonly page: { readonly holder: string } }) =>
  ({ number, version, outcome: `${total} %`, issuedOn, holderName: page.holder });

/** What stands beside the code of a printed copy, in Latvian as the certificate is; the attestation is written by hand (MK 916, chapter on copies; unverified). */
export const wordsOfCopy = ({ number, edocSha256, checkAt }: { readonly number: string; readonly edocSha256: string; readonly checkAt: string }): readonly string[] => [
  `Kvadrātkods satur parakstītu apliecinājumu par sertifikātu ${number}.`,
  `Šī ir elektroniska dokumenta izdruka. Nolasiet kodu vai atveriet ${checkAt}: tur redzams numurs, datums un kopvērtējums, kādi tie izsniegti, un vai sertifikāts vēlāk nav atsaukts.`,
  `Elektroniskā dokumenta SHA-256: ${edocSha256.slice(0, 32)} ${edocSha256.slice(32)}`,
];

/** Under the code: room to attest the copy by hand. */
export const ATTESTATION = { title: 'IZDRUKA PAREIZA', rows: [['Amats, vārds, uzvārds'], ['Paraksts', 'Datums']] } as const;
