import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import { CardGrid } from '#ui/card-grid.js';
import { Lead } from '#ui/lead.js';
import { StatusTag } from '#ui/status-tag.js';
import type { View } from '#web/view.js';
import type { Troubles } from '../../actions/show-troubles.js';
import { W } from '../intake-words.js';
import { SchoolFrame } from '../schools/frame.js';

interface Card {
  readonly code: string;
  readonly href: string;
  readonly title: Text;
  readonly means: Text;
  /** How much there is, and whether something is to be done. */
  readonly now: Text;
  readonly open: boolean;
}

/** The six troubles that schools told of, each with how much there is now and the way to its answer. */
export const TroublesPage = ({ view, troubles }: { view: View; troubles: Troubles }): VNode => (
  <SchoolFrame view={view} school={troubles.school} side="troubles" title={W.troubles}>
    <Lead>{view.t(LEAD)}</Lead>
    <CardGrid
      lang={view.lang}
      cards={cardsOf(troubles).map(({ code, href, title, means, now, open }) => ({
        href,
        title,
        text: means,
        detail: (
          <p>
            <StatusTag tone={open ? 'warning' : 'success'}>{view.t(now)}</StatusTag> <span class="hint whole">{code}</span>
          </p>
        ),
      }))}
    />
  </SchoolFrame>
);

function cardsOf({ school, counts }: Troubles): Card[] {
  const of = (path: string) => `${path}?regNr=${school.regNr}`;
  return [
    { code: 'VI-101', href: of('/intake/mapping'), ...SUBJECTS, open: counts.subjectRows > 0, now: counts.subjectRows > 0 ? fill(NAMES_WAIT, { names: counts.subjectNames, rows: counts.subjectRows }) : NOTHING_WAITS },
    { code: 'VI-102', href: of('/intake/mapping/classes'), ...CLASSES, open: counts.classRows > 0, now: counts.classRows > 0 ? fill(NAMES_WAIT, { names: counts.classNames, rows: counts.classRows }) : NOTHING_WAITS },
    { code: 'VI-103', href: of('/intake/troubles/rights'), ...RIGHTS, open: counts.refusedCalls > 0, now: counts.refusedCalls > 0 ? fill(TURNED_AWAY, { calls: counts.refusedCalls }) : NONE_TURNED_AWAY },
    { code: 'VI-104', href: of('/intake/troubles/moved'), ...MOVED, open: false, now: counts.moved > 0 ? fill(PUPILS_MOVED, { pupils: counts.moved }) : NOBODY_MOVED },
    { code: 'VI-105', href: of('/intake/troubles/outcomes'), ...OUTCOMES, open: counts.outcomesUnknown > 0, now: fill(counts.outcomesUnknown > 0 ? OUTCOMES_UNKNOWN : OUTCOMES_TAKEN, { taken: counts.outcomesTaken, unknown: counts.outcomesUnknown }) },
    { code: 'VI-106', href: of('/intake/troubles/addresses'), ...ADDRESSES, open: counts.oldCalls > 0, now: counts.oldCalls > 0 ? fill(OLD_CALLS, { calls: counts.oldCalls }) : NO_OLD_CALLS },
  ];
}

const LEAD: Text = { lv: 'Sešas kļūmes, par kurām skolas jautā visbiežāk: kas tā ir, cik to tagad ir jūsu iestādē un kur tā novēršama.', en: 'The six troubles that schools ask about most: what it is, how much of it your institution has now, and where it is mended.' };
const SUBJECTS = {
  title: { lv: 'Nesakrīt priekšmetu nosaukumi', en: 'Names of subjects do not agree' },
  means: { lv: 'E-žurnāls priekšmetu sauc citādi nekā klasifikators. Rindas gaida, līdz vienreiz pasakāt, kas ar to domāts.', en: 'The e-journal calls a subject otherwise than the classifier. The rows wait until you say once what is meant.' },
} as const;
const CLASSES = {
  title: { lv: 'Nesakrīt klašu nosaukumi', en: 'Names of classes do not agree' },
  means: { lv: 'E-žurnālā klasei ir cits nosaukums. Abi saraksti ir blakus, un izvēlas vienreiz gadā.', en: 'A class has another title in the e-journal. Both lists stand side by side, and it is chosen once a year.' },
} as const;
const RIGHTS = {
  title: { lv: '“Nav tiesību saņemt datus par iestādi”', en: '“No right for this institution”' },
  means: { lv: 'Ir trīs iemesli. Lapa pasaka, kurš tas ir un kas to var novērst.', en: 'There are three causes. The page says which it is and who can mend it.' },
} as const;
const MOVED = {
  title: { lv: 'Izglītojamais pārcēlies gada laikā', en: 'A learner moved during the year' },
  means: { lv: 'Vērtējums pieder skolai un klasei, kurā bērns bija tajā dienā. Laika līnija rāda, kur viņš mācījās.', en: 'A mark belongs to the school and class where the child was on the day. A line of time shows where that was.' },
} as const;
const OUTCOMES = {
  title: { lv: 'Sasniedzamie rezultāti no e-žurnāla', en: 'Learning outcomes from the e-journal' },
  means: { lv: 'Tos pieņem tāpat kā vērtējumus. Ja jūsu e-žurnāls tos vēl nesūta, der XLSX veidne.', en: 'They are taken like marks. Where your e-journal does not send them yet, the XLSX template serves.' },
} as const;
const ADDRESSES = {
  title: { lv: 'Mainījusies adrese', en: 'The address has changed' },
  means: { lv: 'Vecā adrese turpina atbildēt. Te redzams, kurš e-žurnāls vēl jāpārkārto.', en: 'The old address goes on answering. Here it is seen which e-journal has to change yet.' },
} as const;
const NAMES_WAIT: Text = { lv: 'nosaukumi: {names}, rindas: {rows}', en: 'names: {names}, rows: {rows}' };
const NOTHING_WAITS: Text = { lv: 'nekas negaida', en: 'nothing waits' };
const TURNED_AWAY: Text = { lv: '30 dienās atteikts: {calls}', en: 'turned away in 30 days: {calls}' };
const NONE_TURNED_AWAY: Text = { lv: '30 dienās nekas nav atteikts', en: 'nothing turned away in 30 days' };
const PUPILS_MOVED: Text = { lv: 'izglītojamie šogad: {pupils}', en: 'learners this year: {pupils}' };
const NOBODY_MOVED: Text = { lv: 'šogad tādu nav', en: 'none this year' };
const OUTCOMES_TAKEN: Text = { lv: 'šogad pieņemts: {taken}', en: 'taken this year: {taken}' };
const OUTCOMES_UNKNOWN: Text = { lv: 'pieņemts: {taken}, nezināmi kodi: {unknown}', en: 'taken: {taken}, unknown codes: {unknown}' };
const OLD_CALLS: Text = { lv: 'uz veco adresi 30 dienās: {calls}', en: 'to the old address in 30 days: {calls}' };
const NO_OLD_CALLS: Text = { lv: 'veco adresi neviens nelieto', en: 'nobody uses the old address' };
