import type { VNode } from 'preact';
import { parseIsoDate, readableDay } from '#kernel/day.js';
import { fill, type Lang, type Text } from '#kernel/text.js';
import type { Revocation } from '#platform/documents/browser.js';
import { instant } from '#ui/format.js';
import { Notice } from '#ui/notice.js';

const A_DAY_MS = 86_400_000;

/** What is known of a document's revocation, `null` when nothing is, and of which moment; `at` is when it was checked. What is not `whole` holds the revoked words, but is not called genuine. */
export function RevocationNotice({ lang, revocation, at, whole = true }: { lang: Lang; revocation: Revocation | null; at: string; whole?: boolean }): VNode {
  if (!revocation) return <Notice lang={lang} tone="warning"><p>{NOT_KNOWN[lang]}</p></Notice>;
  const { asOf, on } = revocation;
  if (on !== null) {
    const day = parseIsoDate(on);
    return <Notice lang={lang} tone="danger" title={fill(REVOKED, { day: day ? readableDay(day) : on })}><p>{(whole ? REVOKED_MORE : NOT_WHOLE)[lang]}</p></Notice>;
  }
  const since = instant(new Date(asOf));
  if (Date.parse(at) - Date.parse(asOf) > A_DAY_MS) return <Notice lang={lang} tone="warning"><p>{fill(OLD, { since })[lang]}</p></Notice>;
  return <p>{fill(NOT_REVOKED, { since })[lang]}</p>;
}

const REVOKED: Text = { lv: 'Dokuments ir atsaukts {day}', en: 'The document was revoked on {day}' };
const REVOKED_MORE: Text = { lv: 'Tas ir īsts, bet vairs nav spēkā: izdevējs to ir atsaucis. Palūdziet jaunāko versiju tam, kas dokumentu rāda.', en: 'It is genuine, but no longer in force: its issuer revoked it. Ask whoever shows it for the latest version.' };
const NOT_WHOLE: Text = { lv: 'Datne tajā ir tāda pati kā dokumentā, ko izdevējs ir atsaucis; pats konteiners pārbaudi nav izturējis.', en: 'The file in it is that of a document which its issuer revoked; the container itself did not pass the check.' };
const NOT_REVOKED: Text = { lv: 'Šīs sistēmas atsaukto dokumentu sarakstā (stāvoklis {since}) šī dokumenta nav. Sarakstā ir tikai šajā sistēmā izdotie.', en: 'The document is not on this system’s list of revoked ones (as of {since}). The list holds only what this system issued.' };
const OLD: Text = { lv: 'Kopš {since} atsauktie dokumenti šeit nav zināmi. Atveriet šo lapu ar internetu, lai uzzinātu, vai dokuments vēlāk nav atsaukts.', en: 'What was revoked since {since} is not known here. Open this page with a connection to learn whether the document was revoked later.' };
const NOT_KNOWN: Text = { lv: 'Vai dokuments nav atsaukts, šeit nav zināms: atsaukto dokumentu sarakstu neizdevās ielādēt. Atveriet šo lapu ar internetu vēlreiz.', en: 'Whether the document was revoked is not known here: the list of revoked ones did not load. Open this page with a connection again.' };
