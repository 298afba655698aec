import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { YearEndPage } from '../../actions/rollover.js';
import type { Fate } from '../../domain/rollover.js';
import { yearName } from '../../domain/school-year.js';
import { nameOf, W } from '../pupil-words.js';
import { SchoolFrame } from '../school/frame.js';

/** The whole school's move into the next year: proposed, reviewed, and done by one order. */
export function YearEndView({ view, attempt, page: { school, years, rollover, lines, mayOrder, from } }: { view: View; attempt: Attempt; page: YearEndPage }): VNode {
  const { lang, t, today } = view;
  const field = fieldsOf({ lang, ...attempt });
  const at = `/education/institutions/${school.regNr}/year-end`;
  const open = rollover?.state !== 'applied';
  const tally = (fate: Fate) => number(lines.filter((line) => line.fate === fate).length, lang);
  return (
    <SchoolFrame view={view} school={school} title={W.yearEnd} side="year-end" errors={attempt.errors}>
      <Lead>{`${t(LEAD)} ${t(yearName(years.current))} → ${t(yearName(years.current + 1))}`}</Lead>
      {rollover?.appliedAt && <Notice lang={lang} tone="success" title={fill(APPLIED, { at: instant(rollover.appliedAt), order: rollover.orderNr })} />}
      {open && (
        <ButtonRow>
          <PostButton action={`${at}/propose`} csrf={view.csrf} variant={rollover ? 'secondary' : 'primary'}>
            {t(rollover ? PROPOSE_ANEW : PROPOSE)}
          </PostButton>
        </ButtonRow>
      )}
      {rollover && (
        <>
          <StatTiles lang={lang} tiles={(['promote', 'repeat', 'leave', 'stay'] as const).map((fate) => ({ value: tally(fate), label: FATE_WORDS[fate] }))} />
          <DataTable
            lang={lang}
            caption={PROPOSAL}
            captionHidden
            tall
            rows={lines}
            rowKey={(line) => line.membershipId}
            empty={{ title: NOBODY }}
            columns={[
              { key: 'class', header: W.class, cell: (line) => line.fromClass },
              { key: 'name', header: W.name, rowHeader: true, cell: (line) => nameOf(line) },
              { key: 'fate', header: FATE, cell: (line) => `${t(FATE_WORDS[line.fate])}${line.toTitle ? ` → ${line.toTitle}` : ''}` },
              { key: 'blocks', header: BLOCKED, cell: (line) => (line.blockedBy ? <StatusTag tone="warning">{line.blockedBy}</StatusTag> : '–') },
            ]}
          />
        </>
      )}
      {rollover && open && (
        <>
          <h2>{t(DECIDE)}</h2>
          <Form csrf={view.csrf}>
            <SelectField {...field('membershipId')} label={W.pupil} options={lines.map((line) => ({ value: line.membershipId, label: `${line.fromClass} ${nameOf(line)}` }))} emptyOption={W.choose} />
            <SelectField {...field('fate')} label={FATE} options={Object.entries(FATE_WORDS).map(([value, label]) => ({ value, label }))} emptyOption={W.choose} />
            <TextField {...field('toTitle')} label={NEXT_CLASS} hint={NEXT_HINT} width="short" maxLength={40} optional />
            <Button variant="secondary">{t(W.save)}</Button>
          </Form>
          <h2>{t(APPLY)}</h2>
          {mayOrder && today >= from ? (
            <Form csrf={view.csrf} action={`${at}/apply`}>
              <TextField {...fieldsOf({ lang, values: {}, errors: [] })('orderNr')} label={W.order} width="medium" maxLength={40} />
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

const FATE_WORDS: Readonly<Record<Fate, Text>> = {
  promote: { lv: 'Pārceļ', en: 'Promoted' },
  repeat: { lv: 'Mācās atkārtoti', en: 'Repeats' },
  leave: { lv: 'Pabeidz', en: 'Finishes' },
  stay: { lv: 'Izlemj vēlāk', en: 'Decided later' },
};
const LEAD: Text = { lv: 'Priekšlikums katram izglītojamajam, ko skola pārskata un vadītājs apstiprina ar rīkojumu.', en: 'A proposal for each learner, which the school reviews and the head orders.' };
const APPLIED: Text = { lv: 'Pārcelšana pabeigta {at} Rīkojums {order}.', en: 'The promotion was done at {at} Order {order}.' };
const PROPOSE: Text = { lv: 'Sagatavot priekšlikumu', en: 'Prepare the proposal' };
const PROPOSE_ANEW: Text = { lv: 'Sagatavot no jauna', en: 'Prepare anew' };
const PROPOSAL: Text = { lv: 'Priekšlikums', en: 'Proposal' };
const NOBODY: Text = { lv: 'Šī gada klasēs neviena nav.', en: 'There is nobody in this year’s classes.' };
const FATE: Text = { lv: 'Lēmums', en: 'Decision' };
const BLOCKED: Text = { lv: 'Kas neļauj pārcelt', en: 'What speaks against promotion' };
const DECIDE: Text = { lv: 'Mainīt lēmumu', en: 'Change a decision' };
const NEXT_CLASS: Text = { lv: 'Nākamā gada klase', en: 'Class of the next year' };
const NEXT_HINT: Text = { lv: 'Pārceltajiem un atkārtotājiem; klasi, kuras vēl nav, izveidos.', en: 'For those promoted or repeating; a class that is not there yet will be made.' };
const APPLY: Text = { lv: 'Pārcelt visu skolu', en: 'Move the whole school' };
const APPLY_DO: Text = { lv: 'Pārcelt ar rīkojumu', en: 'Move by order' };
const FROM_DAY: Text = { lv: 'Pārcelt var no {day}', en: 'This can be done from {day}' };
const HEAD_ORDERS: Text = { lv: 'Pārcelšanu apstiprina iestādes vadītājs, sākot no {day}', en: 'The head of the institution orders the promotion, from {day}' };
