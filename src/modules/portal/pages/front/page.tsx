import type { VNode } from 'preact';
import type { Lang, Text } from '#kernel/text.js';
import { fill } from '#kernel/text.js';
import type { Publication } from '#modules/exams/public.js';
import { counted, instant } from '#ui/format.js';
import type { View } from '#web/view.js';
import { sessionOf } from '../../actions/packet-of.js';
import type { Front } from '../../actions/read-front.js';
import { PORTAL, PortalPage } from '../frame.js';
import { FRONT, MINE, PACKET } from '../paths.js';
import { MONTHS } from '../words.js';

/** The first page: when what comes out, and the way in. It is the same for everybody and may be kept by any cache on the way. */
export function FrontPage({ view, lang, front }: { view: View; lang: Lang; front: Front }): VNode {
  const t = (text: Text) => text[lang];
  const { coming, published, months, packetDays, now } = front;
  return (
    <PortalPage view={view} lang={lang} title={PORTAL} otherHref={FRONT[lang === 'lv' ? 'en' : 'lv']}>
      <h1>{t(PORTAL)}</h1>
      {[...atOnce(coming)].map(([at, ones]) => (
        <div class="card" key={at}>
          {ones.map((one) => <p key={one.id}>{t(sessionOf(one))}</p>)}
          <p class="big">{instant(ones[0]!.visibleFrom)}</p>
          <p>{t(LEFT)}: {leftUntil(ones[0]!.visibleFrom, now, lang)}. {t(NOT_BEFORE)}</p>
          {at - now.getTime() <= packetDays * DAY_MS && <p><a href={PACKET[lang]}>{t(BEFOREHAND)}</a></p>}
        </div>
      ))}
      {[...atOnce(published)].map(([at, ones]) => (
        <div class="card" key={at}>
          {ones.map((one) => <p key={one.id}>{t(sessionOf(one))}</p>)}
          <p><strong>{t(PUBLISHED)}</strong> {instant(ones[0]!.visibleFrom)}</p>
        </div>
      ))}
      {coming.length === 0 && published.length === 0 && <p class="lead">{t(NOTHING)}</p>}
      <p>
        <a class="button" href={`${MINE}?lang=${lang}`}>{t(SEE_MINE)}</a>
      </p>
      <h2>{t(GOOD_TO_KNOW)}</h2>
      <ul>
        <li>{t(BY_JOURNAL)}</li>
        <li>{t(fill(ONLY_MONTHS, { months: counted(months, MONTHS, lang) }))}</li>
        <li>{t(QUEUE)}</li>
        <li>{t(OTHER_WAYS)}</li>
      </ul>
    </PortalPage>
  );
}

/** Those that are published at the same instant, in the order in which they came. */
const atOnce = (publications: readonly Publication[]): Map<number, Publication[]> => Map.groupBy(publications, ({ visibleFrom }) => visibleFrom.getTime());

const DAY_MS = 86_400_000;

/** How long there is still to wait, in its two largest units; the last minute is "less than a minute". */
function leftUntil(then: Date, now: Date, lang: Lang): string {
  const left = then.getTime() - now.getTime();
  const [days, hours, minutes] = [Math.floor(left / DAY_MS), Math.floor((left % DAY_MS) / 3_600_000), Math.floor((left % 3_600_000) / 60_000)];
  const parts = [days > 0 && counted(days, DAYS, lang), hours > 0 && counted(hours, HOURS, lang), days === 0 && minutes > 0 && counted(minutes, MINUTES, lang)].filter((part) => part !== false);
  return parts.join(' ') || UNDER_A_MINUTE[lang];
}

const DAYS = { lv: ['diena', 'dienas'], en: ['day', 'days'] } as const;
const HOURS = { lv: ['stunda', 'stundas'], en: ['hour', 'hours'] } as const;
const MINUTES = { lv: ['minūte', 'minūtes'], en: ['minute', 'minutes'] } as const;
const UNDER_A_MINUTE: Text = { lv: 'mazāk nekā minūte', en: 'less than a minute' };
const LEFT: Text = { lv: 'Atlicis', en: 'Left' };
const NOT_BEFORE: Text = { lv: 'Agrāk rezultātus neredz neviens.', en: 'Nobody sees the results earlier.' };
const BEFOREHAND: Text = { lv: 'Saņemt rezultātus savā ierīcē jau iepriekš, aizzīmogotus', en: 'Receive your results on your device beforehand, sealed' };
const PUBLISHED: Text = { lv: 'Rezultāti publicēti', en: 'Results published' };
const NOTHING: Text = { lv: 'Pašlaik rezultātu publicēšana nav paredzēta. Kad diena būs noteikta, tā parādīsies šeit.', en: 'No publication of results is planned at present. Once its day has been set it is shown here.' };
const SEE_MINE: Text = { lv: 'Skatīt savus rezultātus', en: 'See my results' };
const GOOD_TO_KNOW: Text = { lv: 'Labi zināt', en: 'Good to know' };
const BY_JOURNAL: Text = { lv: 'Ieiet var ar savu e-žurnāla lietotāju (tas darbojas arī pēc izlaiduma, kamēr skola to nav slēgusi) vai ar elektronisko identifikāciju.', en: 'Enter by your e-journal (it goes on working after graduation until the school closes it) or by an electronic identity.' };
const ONLY_MONTHS: Text = { lv: 'Šeit redzami tikai pēdējos {months} publicēti rezultāti. Agrākus rezultātus un sertifikātus izsniedz skola vai aģentūra.', en: 'Only results published within the last {months} are shown here. Earlier results and certificates are given by the school or the agency.' };
const QUEUE: Text = { lv: 'Ja ienāk ļoti daudzi reizē, lapa ierāda vietu rindā un ielaiž pati. Neko nevajag spiest atkārtoti.', en: 'When very many come at once, the page gives you a place in a queue and lets you in by itself. There is no need to press anything again.' };
const OTHER_WAYS: Text = { lv: 'Ja šeit ieiet nevar: rezultātus un sertifikātu var saņemt arī skolā.', en: 'If you cannot enter here: results and certificates are also given by your school.' };
