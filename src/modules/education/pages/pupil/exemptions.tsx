import type { VNode } from 'preact';
import { readablePeriod } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { Details } from '#ui/details.js';
import { instant } from '#ui/format.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { PupilCard } from '../../actions/pupils.js';
import { W } from '../pupil-words.js';

type Exemption = PupilCard['exemptions'][number];

/** From what a learner is exempt, and what was believed of that before. */
export function Exemptions({ view: { lang, t }, card }: { view: View; card: PupilCard }): VNode | null {
  if (card.exemptions.length === 0) return null;
  const live = card.exemptions.filter((one) => one.supersededAt === null);
  const before = card.exemptions.filter((one) => one.supersededAt !== null);
  const subjectOf = (one: Exemption) => (lang === 'lv' ? one.subject : one.subjectEn);
  return (
    <>
      <h2>{t(EXEMPTIONS)}</h2>
      <DataTable
        lang={lang}
        caption={EXEMPTIONS}
        captionHidden
        rows={live}
        rowKey={(one) => one.id}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          { key: 'subject', header: W.subject, rowHeader: true, cell: subjectOf },
          { key: 'basis', header: W.basis, cell: (one) => one.basis },
          { key: 'when', header: W.state, cell: (one) => readablePeriod({ from: one.validFrom, to: one.validTo }, lang) },
          ...(live.some((one) => one.mayChange) ? [{ key: 'do', header: ACTIONS, cell: (one: Exemption) => one.mayChange && <a href={`/education/exemptions/${one.id}`}>{t(CORRECT)}<span class="visually-hidden">{` ${subjectOf(one)}`}</span></a> }] : []),
        ]}
      />
      {before.length > 0 && (
        <Details summary={`${t(BELIEVED)} (${before.length})`}>
          <ul>
            {before.map((one) => (
              <li key={one.id}>{`${subjectOf(one)}, ${readablePeriod({ from: one.validFrom, to: one.validTo }, lang)}, ${one.basis} – ${t(UNTIL)} ${instant(one.supersededAt!)}`}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

const EXEMPTIONS: Text = { lv: 'Atbrīvojumi no priekšmetiem', en: 'Exemptions from subjects' };
const NONE: Text = { lv: 'Atbrīvojumu nav.', en: 'There are no exemptions.' };
const NONE_HINT: Text = { lv: 'Iepriekšējie ieraksti atsaukti.', en: 'Earlier entries were taken back.' };
const ACTIONS: Text = { lv: 'Darbības', en: 'Actions' };
const CORRECT: Text = { lv: 'Labot vai izbeigt', en: 'Correct or end' };
const BELIEVED: Text = { lv: 'Kas par atbrīvojumiem reģistrā bija iepriekš', en: 'What the register said of exemptions before' };
const UNTIL: Text = { lv: 'tā uzskatīja līdz', en: 'believed until' };
