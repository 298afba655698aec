import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { Move } from '#platform/calendar/moves.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { TextArea } from '#ui/form/text-area.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { Source } from './source.js';
import { WORDS } from './words.js';

export interface TakeBackPageProps {
  readonly view: View;
  readonly attempt: Attempt;
  readonly year: number;
  readonly move: Move | null;
  readonly order: { readonly legalRef: string; readonly source: string | null } | null;
}

/** Takes a wrong entry back, with the reason that stays beside it. */
export function TakeBackPage({ view, attempt, year, move, order }: TakeBackPageProps): VNode {
  const { lang, t } = view;
  const basis = move?.off ?? move?.on ?? order;
  const day = (move?.off ?? move?.on)?.day;
  return (
    <Page {...view.frame} title={t(TAKE_BACK_WORDS.title)} breadcrumbs={[{ href: `/calendar?year=${year}`, text: WORDS.title }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(TAKE_BACK_WORDS.title)}</h1>
      <Lead>{t(TAKE_BACK_WORDS.lead)}</Lead>
      <SummaryList
        lang={lang}
        items={[
          { key: WORDS.basis, value: basis && <Source view={view} {...basis} /> },
          { key: WORDS.off, value: move?.off ? readableDay(move.off.day) : t(TAKE_BACK_WORDS.none) },
          { key: WORDS.on, value: move?.on ? readableDay(move.on.day) : t(TAKE_BACK_WORDS.none) },
        ]}
      />
      <Form csrf={view.csrf} action={`/calendar/orders/${year}/take-back`}>
        {day && <HiddenFields values={{ day }} />}
        <TextArea {...fieldsOf({ lang, ...attempt })('why')} label={TAKE_BACK_WORDS.why} maxLength={500} rows={3} />
        <ButtonRow>
          <Button variant="danger">{t(TAKE_BACK_WORDS.save)}</Button>
          <ButtonLink href={`/calendar?year=${year}`} variant="quiet">
            {t(TAKE_BACK_WORDS.cancel)}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const TAKE_BACK_WORDS = {
  title: { lv: 'Atsaukt kļūdainu ierakstu', en: 'Take back a wrong entry' },
  lead: {
    lv: 'Ieraksts vairs neskaitīsies, bet paliks redzams vēsturē. Pēc tam ierakstiet pareizo.',
    en: 'The entry will count no more but stays in the history. Record the right one afterwards.',
  },
  none: { lv: 'nav', en: 'none' },
  why: { lv: 'Kas bija kļūdains', en: 'What was wrong' },
  save: { lv: 'Atsaukt', en: 'Take back' },
  cancel: { lv: 'Atcelt', en: 'Cancel' },
} as const satisfies Record<string, Text>;
