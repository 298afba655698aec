import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { TextField } from '#ui/form/text-field.js';
import { number } from '#ui/format.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { EventResults } from '../../actions/view-results.js';

/** How far the assessment of an exam is, and who assesses it. */
export function Assessors({ view, found: { progress, assessors }, attempt, path }: { view: View; found: EventResults; attempt: Attempt; path: string }): VNode {
  const { t, lang } = view;
  const field = fieldsOf({ lang, ...attempt });
  const tile = (label: Text, value: number) => ({ label, value: number(value, lang) });
  return (
    <>
      <h2>{t(ASSESSING)}</h2>
      <StatTiles
        lang={lang}
        tiles={[tile(EXPECTED, progress.expected), tile(UNREADABLE, progress.unreadable), tile(WAITING, progress.waiting), tile(ONCE, progress.once), tile(DIFFERING, progress.differing), tile(DONE, progress.done), tile(NEAR, progress.near)]}
      />
      {progress.expected > 0 && <PostButton action={`${path}/take-in`} csrf={view.csrf} variant="secondary">{t(TAKE_IN)}</PostButton>}
      <DataTable
        lang={lang}
        caption={ASSESSORS}
        rows={assessors}
        rowKey={(one) => one.userId}
        empty={{ title: NOBODY, hint: NOBODY_HINT }}
        columns={[
          { key: 'name', header: ASSESSOR, rowHeader: true, cell: (one) => one.name },
          { key: 'assessed', header: ASSESSED, number: true, cell: (one) => number(one.assessed, lang) },
        ]}
      />
      <Form csrf={view.csrf} action={`${path}/assessors`}>
        <TextField {...field('login')} label={LOGIN} width="medium" maxLength={100} />
        <ButtonRow>
          <Button variant="secondary">{t(APPOINT)}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

const ASSESSING: Text = { lv: 'Darbi un vērtēšana', en: 'Works and their assessment' };
const EXPECTED: Text = { lv: 'Vēl nav saņemti', en: 'Not received yet' };
const UNREADABLE: Text = { lv: 'Nesalasāmi vai trūkst', en: 'Unreadable or missing' };
const WAITING: Text = { lv: 'Gaida pirmo vērtējumu', en: 'Wait for the first assessment' };
const ONCE: Text = { lv: 'Gaida otro', en: 'Wait for the second' };
const DIFFERING: Text = { lv: 'Atšķiras: vajag trešo', en: 'Differ: a third is needed' };
const DONE: Text = { lv: 'Ir punkti', en: 'Have points' };
const NEAR: Text = { lv: 'Pie sliekšņa', en: 'Near the threshold' };
const TAKE_IN: Text = { lv: 'Visi gaidītie darbi ir saņemti', en: 'All expected works have come' };
const ASSESSORS: Text = { lv: 'Vērtētāji', en: 'Assessors' };
const ASSESSOR: Text = { lv: 'Vērtētājs', en: 'Assessor' };
const ASSESSED: Text = { lv: 'Novērtēti darbi', en: 'Works assessed' };
const NOBODY: Text = { lv: 'Vērtētāji nav iecelti', en: 'No assessors are appointed' };
const NOBODY_HINT: Text = { lv: 'Ieceliet vērtētāju pēc lietotājvārda; viņam vajag vērtētāja lomu.', en: 'Appoint an assessor by their login; they need the role of an assessor.' };
const LOGIN: Text = { lv: 'Lietotājvārds', en: 'Login' };
const APPOINT: Text = { lv: 'Iecelt vērtētāju', en: 'Appoint an assessor' };
