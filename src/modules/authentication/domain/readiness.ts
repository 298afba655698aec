import type { Lang, Text } from '#kernel/text.js';
import { type Factor, FACTOR_NAMES } from './factors.js';

/** As the tags of the design system colour it. */
type StatusTone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'ended';

/** How ready a user is for the end of passwords, best first. */
export const READINESS = ['ready', 'sealed', 'excepted', 'exception-ends', 'unusable', 'code-only', 'password-only', 'nothing'] as const;
export type Readiness = (typeof READINESS)[number];

/** Who would be locked out on the day passwords end: those without any other way that is allowed and there, unless excepted for long enough. */
export const LOCKED_OUT = ['exception-ends', 'unusable', 'code-only', 'password-only', 'nothing'] as const satisfies readonly Readiness[];
export const wouldBeLockedOut = (readiness: Readiness): boolean => (LOCKED_OUT as readonly Readiness[]).includes(readiness);

export const READINESS_NAMES: Readonly<Record<Readiness, Text>> = {
  ready: { lv: 'gatavs', en: 'ready' },
  sealed: { lv: 'avārijas konts', en: 'sealed account' },
  excepted: { lv: 'izņēmums', en: 'excepted' },
  'exception-ends': { lv: 'izņēmums beidzas', en: 'exception ends' },
  unusable: { lv: 'līdzeklis te neder', en: 'means of no use here' },
  'code-only': { lv: 'parole un kodi', en: 'password and codes' },
  'password-only': { lv: 'tikai parole', en: 'password only' },
  nothing: { lv: 'vēl nav sācis', en: 'has not begun' },
};

export const READINESS_TONES: Readonly<Record<Readiness, StatusTone>> = {
  ready: 'success',
  sealed: 'info',
  excepted: 'info',
  'exception-ends': 'warning',
  unusable: 'danger',
  'code-only': 'warning',
  'password-only': 'danger',
  nothing: 'danger',
};

/** Means that people add by themselves, in the order in which they are advised. */
const ADVISED = ['passkey', 'smart-id', 'eparaksts', 'active-directory', 'openid'] as const satisfies readonly Factor[];
export type Advised = (typeof ADVISED)[number];

/** What may be advised: allowed here, and there. */
export const advisedOf = (allowed: readonly Factor[], there: readonly Factor[]): Advised[] => ADVISED.filter((factor) => allowed.includes(factor) && there.includes(factor));

/** For each kind of what is advised its words, `{ways}` standing for the names: a passkey is made here, one of the country's means confirms the account, one of the municipality's is linked to it. */
export function wordsForAdvised(advised: readonly Advised[], lang: Lang, words: Readonly<Record<'passkey' | 'confirm' | 'link', string>>): string[] {
  const named = (factors: readonly Advised[]) => advised.filter((one) => factors.includes(one)).map((one) => FACTOR_NAMES[one][lang]).join(lang === 'lv' ? ' vai ' : ' or ');
  const [confirmers, accounts] = [named(['smart-id', 'eparaksts']), named(['active-directory', 'openid'])];
  return [...(advised.includes('passkey') ? [words.passkey] : []), ...(confirmers ? [words.confirm.replace('{ways}', confirmers)] : []), ...(accounts ? [words.link.replace('{ways}', accounts)] : [])];
}

/** How somebody adds one of these: a sentence without its beginning. Null where nothing is allowed that could be added. */
function howToAdd(advised: readonly Advised[]): Text | null {
  if (advised.length === 0) return null;
  return {
    lv: wordsForAdvised(advised, 'lv', { passkey: 'jāpievieno piekļuves atslēga', confirm: 'jāapstiprina konts ar: {ways}', link: 'jāsaista ar kontu: {ways}' }).join(' vai '),
    en: wordsForAdvised(advised, 'en', { passkey: 'add a passkey', confirm: 'confirm the account by {ways}', link: 'link it to: {ways}' }).join(', or '),
  };
}

const BEFORE: Readonly<Record<Readiness, Text | null>> = {
  ready: null,
  sealed: null,
  excepted: { lv: 'Līdz izņēmuma beigām', en: 'Before the exception ends:' },
  'exception-ends': { lv: 'Izņēmums drīz beidzas: tūlīt', en: 'The exception ends soon; now' },
  unusable: { lv: 'Esošais līdzeklis te nav atļauts vai nav pieejams:', en: 'The means there is is not allowed here, or cannot be reached:' },
  'code-only': { lv: 'Kodi vieni paši paroli neaizstāj:', en: 'Codes alone do not replace the password:' },
  'password-only': { lv: 'Vēl', en: 'Still to do:' },
  nothing: { lv: 'Jāatver saite no e-pasta un', en: 'Open the link from the mail and' },
};

/** Where passwords have ended somebody without another way gets in by a mailed link alone. */
const BY_LINK: Text = { lv: 'Ar paroli vairs neielaiž: jāatver administratora sūtīta saite un', en: 'The password no longer opens. Open the link that an administrator sends and' };
const NEEDS_LINK: readonly Readiness[] = ['unusable', 'code-only', 'password-only'];

/** What somebody still has to do where these means may be advised, in one sentence; null when nothing. */
export function stillToDo(readiness: Readiness, advised: readonly Advised[], ended: boolean): Text | null {
  const before = ended && NEEDS_LINK.includes(readiness) ? BY_LINK : BEFORE[readiness];
  if (!before) return null;
  const how = howToAdd(advised);
  return how ? { lv: `${before.lv} ${how.lv}.`, en: `${before.en} ${how.en}.` } : NOTHING_TO_ADD;
}

const NOTHING_TO_ADD: Text = {
  lv: 'Pats neko nevar: šeit nav atļauts neviens līdzeklis, ko pievienot. Jāmaina kārtība.',
  en: 'Can do nothing alone: no means that could be added is allowed here. The policy has to change.',
};

/** How strong what somebody has is, once passwords have ended (specification of the coverage report). */
export const STRENGTHS = ['phishing-resistant', 'several', 'one', 'none'] as const;
export type Strength = (typeof STRENGTHS)[number];
export function strengthOf(ways: readonly Factor[]): Strength {
  if (ways.includes('passkey')) return 'phishing-resistant';
  if (ways.length > 1) return 'several';
  return ways.length === 1 ? 'one' : 'none';
}
export const STRENGTH_NAMES: Readonly<Record<Strength, Text>> = {
  none: { lv: 'neviens bez paroles', en: 'none without a password' },
  one: { lv: 'viens', en: 'one' },
  several: { lv: 'divi vai vairāki', en: 'two or more' },
  'phishing-resistant': { lv: 'neizkrāpjams', en: 'phishing-resistant' },
};
