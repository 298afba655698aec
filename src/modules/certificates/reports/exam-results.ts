import { EXAM_RESULTS, type ResultOnMaps } from '#modules/exams/public.js';
import type { Text } from '#kernel/text.js';
import { reportKind } from '#platform/reports/report-kind.js';
import { numbersOfEntries } from '../store/report-numbers.js';
import { inPortions, PORTION } from '#kernel/in-portions.js';

type Row = ResultOnMaps & { readonly number: string | null };

/** Results of an exam at an institution as `exams` reports them, each with the number of its certificate in force. */
export const examResults = reportKind({
  ...EXAM_RESULTS,
  columns: (lang, withMore) => EXAM_RESULTS.columns<Row>(lang, withMore, { kind: 'text', header: NUMBER[lang], value: ({ number }) => number }),
  async *rows(context, question): AsyncGenerator<Row> {
    for await (const portion of inPortions(EXAM_RESULTS.rows(context, question), PORTION)) {
      const numbers = await numbersOfEntries(context.tx, portion.map(({ entryId }) => entryId));
      for (const row of portion) yield { ...row, number: (row.outcome === 'result' && numbers.get(row.entryId)) || null };
    }
  },
});

const NUMBER: Text = { lv: 'Sertifikāta numurs', en: 'Certificate number' };
