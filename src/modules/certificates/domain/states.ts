import { fill, type Text } from '#kernel/text.js';

/** The way of a certificate, each step stored: words, page, signature, time stamp, container, our own check, given free. */
export const STATES = ['drafted', 'rendered', 'signed', 'stamped', 'contained', 'verified', 'released'] as const;
export type CertificateState = (typeof STATES)[number];

export const STATE_WORDS: Readonly<Record<CertificateState, Text>> = {
  drafted: { lv: 'Sagatavots', en: 'Drafted' },
  rendered: { lv: 'Izveidota lapa', en: 'Page made' },
  signed: { lv: 'Apzīmogots', en: 'Sealed' },
  stamped: { lv: 'Ar laika zīmogu', en: 'Time-stamped' },
  contained: { lv: 'Ielikts konteinerā', en: 'In its container' },
  verified: { lv: 'Pārbaudīts', en: 'Checked' },
  released: { lv: 'Gatavs', en: 'Ready' },
};

export const SEALING_STATES = ['drafting', 'sealing', 'paused', 'stuck', 'done'] as const;
export type SealingState = (typeof SEALING_STATES)[number];

const SEALING_WORDS: Readonly<Record<SealingState, Text>> = {
  drafting: { lv: 'Sagatavo sertifikātus', en: 'Preparing certificates' },
  sealing: { lv: 'Zīmogo', en: 'Sealing' },
  paused: { lv: 'Apturēta', en: 'Paused' },
  stuck: { lv: 'Aizķērusies', en: 'Stuck' },
  done: { lv: 'Pabeigta', en: 'Done' },
};

const AT_LIMIT: Text = { lv: 'Apstājusies pie robežas: {ready} no {total}', en: 'Stopped at its limit: {ready} of {total}' };
const NOT_ALL: Text = { lv: 'Apstājusies: {ready} no {total}', en: 'Stopped: {ready} of {total}' };

/** How far a sealing is: `total` are those that wait for nobody to say how a name is printed. */
export interface HowFar {
  readonly state: SealingState;
  readonly most: number | null;
  readonly ready: number;
  readonly total: number;
}

/** A run that ended although not all is sealed: by its limit, or since more was drafted meanwhile. */
export const isLeftUndone = ({ state, ready, total }: HowFar): boolean => state === 'done' && ready < total;

/** The state in words that hold: what has left certificates unsealed is not called done. */
export const howFarInWords = (far: HowFar): Text => (isLeftUndone(far) ? fill(far.most === null ? NOT_ALL : AT_LIMIT, { ready: String(far.ready), total: String(far.total) }) : SEALING_WORDS[far.state]);

/** By which way someone got a certificate. */
export const CHANNELS = ['own', 'representative', 'school', 'agency', 'portal', 'machine', 'paper', 'packet', 'message'] as const;
export type Channel = (typeof CHANNELS)[number];
export const CHANNEL_WORDS: Readonly<Record<Channel, Text>> = {
  own: { lv: 'pats, šajā programmā', en: 'by themselves, here' },
  representative: { lv: 'vecāks vai aizbildnis', en: 'parent or guardian' },
  school: { lv: 'skola', en: 'school' },
  agency: { lv: 'aģentūra', en: 'agency' },
  portal: { lv: 'rezultātu portāls', en: 'results portal' },
  machine: { lv: 'cita sistēma', en: 'another system' },
  paper: { lv: 'uz papīra', en: 'on paper' },
  packet: { lv: 'aizzīmogotā paciņā', en: 'in a sealed packet' },
  message: { lv: 'ziņa ar aicinājumu lejupielādēt', en: 'a message that asks to download it' },
};

export const HOWS = ['downloaded', 'downloaded with the sitting', 'handed over', 'sent'] as const;
export type How = (typeof HOWS)[number];
export const HOW_WORDS: Readonly<Record<How, Text>> = {
  downloaded: { lv: 'lejupielādēts', en: 'downloaded' },
  'downloaded with the sitting': { lv: 'lejupielādēts kopā ar visu norisi', en: 'downloaded with the whole sitting' },
  'handed over': { lv: 'izsniegts klātienē', en: 'handed over' },
  sent: { lv: 'nosūtīts', en: 'sent' },
};

/** Whether the holder, or who acts for them, has it: a school that fetched all files has not given them yet, and nobody knows of a sealed packet or a message whether it was opened. */
export const REACHES_HOLDER: readonly { readonly how: How; readonly channel: Channel }[] = [
  ...(['own', 'representative', 'portal'] as const).map((channel) => ({ how: 'downloaded' as const, channel })),
  ...(['handed over', 'sent'] as const).flatMap((how) => CHANNELS.filter((channel) => channel !== 'message').map((channel) => ({ how, channel }))),
];
