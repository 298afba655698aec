import type { VNode } from 'preact';
import type { TerritorialReform } from '#modules/territories/public.js';
import { fill } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { foretellSuccession } from '../../actions/correct-succession.js';
import type { Reading } from '../../actions/consequences.js';
import { CORRECTION } from '../../correction-texts.js';
import { EFFECTS, TEXTS } from '../../texts.js';
import { kindTitle } from '../register-words.js';
import { Left } from './left.js';

type Foreseen = Awaited<ReturnType<typeof foretellSuccession.run>> & { view: View };

/** What changes by itself, with equal totals, what stays, and what a person must do; nothing is written until it is confirmed. */
export function CorrectionPreview({ reform, atvk, unit, before, after, reason, chosen, seen, readings, stays, left, view }: Foreseen): VNode {
  const { lang, t } = view;
  const at = `/reforms/${reform.id}/correction/${atvk}`;
  const rows = Object.fromEntries(chosen.parts.flatMap(({ names, to }, row) => [[`names${row}`, names], [`to${row}`, to]]));
  const typed: Record<string, string> = { successions: chosen.successions ?? '', ...rows, reason };
  return (
    <Page {...view.frame} title={`${t(CORRECTION.preview)}: ${unit}`} width="work" breadcrumbs={[{ href: `/reforms/${reform.id}`, text: lang === 'lv' ? reform.titleLv : reform.titleEn }, { href: at, text: unit }, { text: CORRECTION.preview }]}>
      <h1>{`${t(CORRECTION.preview)}: ${unit}`}</h1>
      <Lead>{t(CORRECTION.previewLead)}</Lead>
      <SummaryList
        lang={lang}
        items={[
          { key: CORRECTION.unit, value: `${unit} (${atvk})` },
          { key: CORRECTION.was, value: inWords(before, view) },
          { key: CORRECTION.willBe, value: inWords(after, view) },
          { key: TEXTS.correctionReason, value: reason },
        ]}
      />
      <h2>{t(CORRECTION.byItself)}</h2>
      <p>{t(CORRECTION.byItselfHint)}</p>
      <Readings readings={readings} view={view} />
      <h2>{t(CORRECTION.stays)}</h2>
      <p>{t(CORRECTION.staysHint)}</p>
      <DataTable
        lang={lang}
        caption={CORRECTION.stays}
        captionHidden
        rows={stays}
        rowKey={(row) => `${row.participant} ${row.kind} ${row.effect}`}
        empty={{ title: CORRECTION.nothingStays }}
        columns={[
          { key: 'what', header: TEXTS.what, rowHeader: true, cell: (row) => t(kindTitle(row)) },
          { key: 'effect', header: TEXTS.effect, cell: (row) => t(EFFECTS[row.effect]) },
          { key: 'count', header: TEXTS.count, number: true, cell: (row) => number(row.count, lang) },
        ]}
      />
      <h2>{t(fill(CORRECTION.left, { n: number(left.length, lang) }))}</h2>
      <Left left={left} view={view} />
      <Form csrf={view.csrf} action={`${at}/confirm`}>
        <HiddenFields values={{ ...typed, seen }} />
        <ButtonRow>
          <Button>{t(CORRECTION.confirm)}</Button>
          <ButtonLink href={`${at}?${new URLSearchParams(typed)}`} variant="secondary">
            {t(CORRECTION.edit)}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const inWords = ({ moves }: TerritorialReform, { t }: View): string => moves.map(({ to, extent, parts }) => `${to.name} (${extent === 'whole' ? t(CORRECTION.whole) : parts.join(', ')})`).join('; ');

/** A line for each place where rows of a kind are read, and under them the totals, which stay equal. */
function Readings({ readings, view: { lang, t } }: { readings: readonly Reading[]; view: View }): VNode {
  const rows = readings.flatMap((reading) => [
    ...reading.places.map(({ place, before, after }) => ({ reading, place: place ?? t(CORRECTION.undecided), before, after })),
    ...(reading.places.length > 0 ? [{ reading, place: t(CORRECTION.inAll), before: reading.totalBefore, after: reading.totalAfter }] : []),
  ]);
  return (
    <DataTable
      lang={lang}
      caption={CORRECTION.byItself}
      captionHidden
      rows={rows}
      rowKey={(row) => `${row.reading.participant} ${row.reading.kind} ${row.place}`}
      empty={{ title: CORRECTION.nothingRead }}
      columns={[
        { key: 'what', header: TEXTS.what, rowHeader: true, cell: (row) => t(kindTitle(row.reading)) },
        { key: 'place', header: CORRECTION.place, cell: (row) => row.place },
        { key: 'now', header: CORRECTION.nowCount, number: true, cell: (row) => number(row.before, lang) },
        { key: 'after', header: CORRECTION.afterCount, number: true, cell: (row) => number(row.after, lang) },
      ]}
    />
  );
}
