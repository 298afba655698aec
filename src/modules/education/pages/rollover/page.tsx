import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { TextField } from '#ui/form/text-field.js';
import { instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { YearEndPage } from '../../actions/rollover.js';
import { ROLLOVER_OUTDATED } from '../../actions/refusals.js';
import { type Fate, FATES } from '../../domain/rollover.js';
import { yearName } from '../../domain/school-year.js';
import { nameOf, W } from '../pupil-words.js';
import { SchoolFrame } from '../school/frame.js';
import { Blocks, FATE, FATE_WORDS, fateOf } from './fates.js';

type RolloverLine = YearEndPage['lines'][number];

/** The whole school's move into the next year: proposed, reviewed, and done by one order. */
export function YearEndView({ view, attempt, page: { school, years, rollover, lines, since, mayOrder, planless, from } }: { view: View; attempt: Attempt; page: YearEndPage }): VNode {
  const { lang, t, today } = view;
  const at = `/education/institutions/${school.regNr}/year-end`;
  const open = rollover?.state !== 'applied';
  const undecided = lines.filter(({ fate }) => fate === 'stay').length;
  const tally = (fate: Fate) => number(lines.filter((line) => line.fate === fate).length, lang);
  return (
    <SchoolFrame view={view} school={school} title={W.yearEnd} side="year-end" errors={attempt.errors}>
      <Lead>{`${t(LEAD)} ${t(yearName(years.current))} → ${t(yearName(years.current + 1))}`}</Lead>
      {rollover?.appliedAt && <Notice lang={lang} tone="success" title={fill(APPLIED, { at: instant(rollover.appliedAt), order: rollover.orderNr })} />}
      {planless.length > 0 && (
        <Notice lang={lang} tone="warning" title={PLANLESS}>
          <p>{planless.map((one, at) => <>{at > 0 && ', '}<a href={`/education/classes/${one.id}/plan`}>{one.title}</a></>)}</p>
        </Notice>
      )}
      {open && rollover && <p>{t(fill(PREPARED, { at: instant(rollover.proposedAt) }))}</p>}
      {since > 0 && <Notice lang={lang} tone="warning" title={fill(ROLLOVER_OUTDATED, { n: since })} />}
      {open && (
        <ButtonRow>
          <PostButton action={`${at}/propose`} csrf={view.csrf} variant={rollover ? 'secondary' : 'primary'}>
            {t(rollover ? PROPOSE_ANEW : PROPOSE)}
          </PostButton>
        </ButtonRow>
      )}
      {rollover && (
        <>
          {undecided > 0 && <p>{t(fill(open ? WILL_STAY : STAYED, { n: undecided }))}</p>}
          <StatTiles lang={lang} tiles={FATES.map((fate) => ({ value: tally(fate), label: FATE_WORDS[fate] }))} />
          {open && lines.length > 0 && (
            <DataTable
              lang={lang}
              caption={BY_CLASS}
              rows={[...Map.groupBy(lines, (line) => line.fromClassId).values()]}
              rowKey={([line]) => line!.fromClassId}
              empty={{ title: NOBODY }}
              columns={[
                { key: 'class', header: W.class, rowHeader: true, cell: ([line]) => line!.fromClass },
                ...FATES.map((fate) => ({ key: fate, header: FATE_WORDS[fate], number: true, cell: (its: readonly RolloverLine[]) => number(its.filter((line) => line.fate === fate).length, lang) })),
                { key: 'do', header: ACTIONS, cell: ([line]) => <a href={`${at}/classes/${line!.fromClassId}`}>{t(DECIDE_CLASS)}<span class="visually-hidden">{` ${line!.fromClass}`}</span></a> },
              ]}
            />
          )}
          <DataTable
            lang={lang}
            caption={PROPOSAL}
            tall
            rows={lines}
            rowKey={(line) => line.membershipId}
            empty={{ title: NOBODY }}
            columns={[
              { key: 'class', header: W.class, cell: (line) => line.fromClass },
              { key: 'name', header: W.name, rowHeader: true, cell: (line) => nameOf(line) },
              { key: 'fate', header: FATE, cell: (line) => <>{fateOf(line, lang)}{line.decided && <p class="hint">{t(DECIDED)}</p>}</> },
              { key: 'blocks', header: BLOCKED, cell: (line) => <Blocks view={view} line={line} /> },
              ...(open ? [{ key: 'do', header: ACTIONS, cell: (line: RolloverLine) => <a href={`${at}/pupils/${line.membershipId}`}>{t(CHANGE)}<span class="visually-hidden">{` ${nameOf(line)}`}</span></a> }] : []),
            ]}
          />
        </>
      )}
      {rollover && open && (
        <>
          <h2>{t(APPLY)}</h2>
          <p>{t(PLANS)}</p>
          {mayOrder && today >= from ? (
            <Form csrf={view.csrf}>
              <TextField {...fieldsOf({ lang, ...attempt })('orderNr')} label={W.order} width="medium" maxLength={40} />
              <Button variant="danger">{t(APPLY_DO)}</Button>
            </Form>
          ) : (
            <p>{t(fill(mayOrder ? FROM_DAY : HEAD_ORDERS, { day: readableDay(from) }))}</p>
          )}
        </>
      )}
    </SchoolFrame>
  );
}

const LEAD: Text = { lv: 'Priekšlikums katram izglītojamajam, ko skola pārskata un vadītājs apstiprina ar rīkojumu.', en: 'A proposal for each learner, which the school reviews and the head orders.' };
const APPLIED: Text = { lv: 'Pārcelšana pabeigta {at}. Rīkojums {order}.', en: 'The promotion was done at {at}. Order {order}.' };
const PREPARED: Text = { lv: 'Priekšlikums sagatavots {at}. Kas ievadīts pēc tam, tajā ir, kad to sagatavo no jauna; skolas lēmumi paliek.', en: 'The proposal was prepared at {at}. What was entered later is in it once it is prepared anew; what the school decided stays.' };
const PLANLESS: Text = {
  lv: 'Šīm nākamā gada klasēm vēl nav mācību plāna, un vērtējumi tajās nav gaidāmi, līdz to norāda:',
  en: 'These classes of the next year have no plan of subjects yet, and no marks are expected of them until it is given:',
};
const PLANS: Text = {
  lv: 'Nākamā gada klase sāk ar tās pašas klašu grupas un programmas šī gada mācību plānu: 7.a ar šī gada 7.a plānu. Skolotājs iet līdzi izglītojamajiem, kuriem viņš priekšmetu māca, kamēr viņam iestādē ir amats; pārējos norāda klases mācību plānā.',
  en: 'A class of the next year begins with the plan that a class of its grade and programme has this year: 7.a with that of this year’s 7.a. A teacher goes along with the learners they teach the subject to, while they hold a position; the others are named in the plan of the class.',
};
const DECIDED: Text = { lv: 'skolas lēmums', en: 'decided by the school' };
const WILL_STAY: Text = {
  lv: 'Vēl nav izlemts: {n}. Ja skolu pārceļ tagad, viņi paliek tagadējā klasē, un par katru būs jāizlemj atsevišķi.',
  en: 'Not decided yet: {n}. If the school is moved now they stay in their class, and each is to be decided about singly.',
};
const STAYED: Text = {
  lv: 'Bija atlikts izlemt vēlāk: {n}. Katru ieskaita nākamā gada klasē vai izbeidz piederību; no 1. septembra tie, kam klases nav, ir redzami sadaļā “Klases un grupas”.',
  en: 'Left to be decided later: {n}. Each is placed in a class of the next year, or the membership is ended; from 1 September those without a class are shown under “Classes and groups”.',
};
const PROPOSE: Text = { lv: 'Sagatavot priekšlikumu', en: 'Prepare the proposal' };
const PROPOSE_ANEW: Text = { lv: 'Sagatavot no jauna', en: 'Prepare anew' };
const PROPOSAL: Text = { lv: 'Priekšlikums', en: 'Proposal' };
const NOBODY: Text = { lv: 'Šī gada klasēs neviena nav.', en: 'There is nobody in this year’s classes.' };
const BLOCKED: Text = { lv: 'Kas neļauj pārcelt vai vēl vajadzīgs', en: 'What speaks against promotion or is still needed' };
const BY_CLASS: Text = { lv: 'Pa klasēm', en: 'By class' };
const DECIDE_CLASS: Text = { lv: 'Viens lēmums visai klasei', en: 'One decision for the class' };
const CHANGE: Text = { lv: 'Mainīt lēmumu', en: 'Change the decision' };
const ACTIONS: Text = { lv: 'Darbības', en: 'Actions' };
const APPLY: Text = { lv: 'Pārcelt visu skolu', en: 'Move the whole school' };
const APPLY_DO: Text = { lv: 'Pārcelt ar rīkojumu', en: 'Move by order' };
const FROM_DAY: Text = { lv: 'Pārcelt var no {day}', en: 'This can be done from {day}' };
const HEAD_ORDERS: Text = { lv: 'Pārcelšanu apstiprina iestādes vadītājs, sākot no {day}', en: 'The head of the institution orders the promotion, from {day}' };
