import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { number } from '#ui/format.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { RosterDifferences } from '../../domain/oneroster/roster-differences.js';
import { O } from './words.js';

interface Line {
  readonly key: string;
  readonly who: string;
  readonly personId: string | null;
  readonly what: string;
  readonly todo: Text;
}

const MOST = 200;

/** Where package and register disagree about who learns in which class: what differs and what to do, nothing is changed. */
export function Differences({ view, differences, names, regNr }: { view: View; differences: RosterDifferences; names: ReadonlyMap<string, string>; regNr: string }): VNode {
  const { lang, t } = view;
  const lines: Line[] = [
    ...differences.notEnrolled.map((id) => ({ key: `n ${id}`, who: `users.csv: ${id}`, personId: null, what: t(NOT_ENROLLED), todo: ENROL })),
    ...differences.otherClass.map(({ personId, theirs, ours }) => ({ key: `c ${personId}`, who: names.get(personId) ?? '…', personId, what: `${t(IN_PACKAGE)} ${theirs}, ${t(IN_REGISTER)} ${ours}`, todo: MOVE })),
    ...differences.notSent.map((personId) => ({ key: `s ${personId}`, who: names.get(personId) ?? '…', personId, what: t(NOT_SENT), todo: END })),
  ];
  return (
    <>
      <h3>{t(TITLE)}</h3>
      {differences.withoutCode > 0 && <p>{`${t(WITHOUT_CODE)} ${number(differences.withoutCode, lang)}`}</p>}
      <DataTable
        lang={lang}
        caption={TITLE}
        captionHidden
        rows={lines.slice(0, MOST)}
        rowKey={(line) => line.key}
        empty={{ title: SAME }}
        columns={[
          { key: 'who', header: WHO, rowHeader: true, cell: ({ who, personId }) => (personId ? <a href={`/education/pupils/${personId}`}>{who}</a> : who) },
          { key: 'what', header: O.what, cell: ({ what }) => what },
          { key: 'todo', header: O.todo, cell: ({ todo }) => t(todo) },
        ]}
      />
      {lines.length > MOST && <p class="hint">{`${t(MORE)} ${number(lines.length - MOST, lang)}`}</p>}
      {lines.length > 0 && <p><a href={`/education/institutions/${regNr}`}>{t(TO_SCHOOL)}</a></p>}
    </>
  );
}

const TITLE: Text = { lv: 'Atšķirības no reģistra', en: 'Differences from the register' };
const SAME: Text = { lv: 'Skolēni un klases sakrīt ar reģistru', en: 'Pupils and classes agree with the register' };
const WHO: Text = { lv: 'Skolēns', en: 'Pupil' };
const NOT_ENROLLED: Text = { lv: 'Ir e-žurnālā, bet šodien nav iestādes klasēs', en: 'In the e-journal, but in no class of the institution today' };
const ENROL: Text = { lv: 'Uzņemiet reģistrā, vai izlabojiet kodu e-žurnālā.', en: 'Enrol in the register, or correct the code in the e-journal.' };
const NOT_SENT: Text = { lv: 'Ir iestādes klasē, bet paketē nav', en: 'In a class of the institution, but not in the package' };
const END: Text = { lv: 'Pievienojiet e-žurnālā, vai reģistrējiet atskaitīšanu.', en: 'Add to the e-journal, or record the leaving.' };
const MOVE: Text = { lv: 'Reģistrējiet klases maiņu, vai izlabojiet klasi e-žurnālā.', en: 'Record the change of class, or correct the class in the e-journal.' };
const IN_PACKAGE: Text = { lv: 'Paketē', en: 'In the package' };
const IN_REGISTER: Text = { lv: 'reģistrā', en: 'in the register' };
const WITHOUT_CODE: Text = { lv: 'Skolēni bez personas koda un iestādes numura:', en: 'Students with neither a personal code nor a number of the institution:' };
const MORE: Text = { lv: 'Vēl:', en: 'And more:' };
const TO_SCHOOL: Text = { lv: 'Iestādes klases un skolēni', en: 'Classes and pupils of the institution' };
