import { loadReferenceData } from '#app/data/reference-data.js';
import { inChild } from './measuring/child.js';
import type { Benchmark, Result } from './measuring/result.js';
import { type BenchPlatform, withBenchPlatform } from './platform/bench-platform.js';
import type { ReportAnswer, ReportTask } from './report/make-one.js';
import { examinedOf } from './results-morning/pupils.js';

/** A country's pupils in one exam, and a tenth of them. */
const ROWS = 120_000;
const TENTH = ROWS / 10;

export const report: Benchmark = {
  title: `The report “results of an exam” of ${ROWS.toLocaleString('en')} rows, by the program's own job: asked for, made, kept in pieces, its people logged; each in its own process`,
  run: () => withBenchPlatform('report', measure, loadReferenceData),
};

async function measure({ workerUrl, database, asOwner }: BenchPlatform): Promise<Result[]> {
  await asOwner(examinedOf(ROWS));
  await asOwner(`
    create temporary table dropped as select e.id from exams.entry e join exams.exam x on x.id = e.exam_id where x.code = 'LAT09' order by e.id offset ${TENTH};
    delete from exams.attendance a using dropped d where a.entry_id = d.id; delete from exams.result r using dropped d where r.entry_id = d.id; delete from exams.entry e using dropped d where e.id = d.id;
    insert into exams.publication (session_id, term, visible_from, basis, set_at, set_by, confirmed_at, confirmed_by)
      select id, 'main', now() - interval '1 hour', 'bench', now() - interval '2 hours', 'one', now() - interval '2 hours', 'other' from exams.session where year = 2025 and stage = 'basic'`);
  await asOwner('vacuum (analyze) persons.person, persons.code, persons.name, exams.entry, exams.result, exams.attendance');
  await asOwner('checkpoint');
  const { rows } = await database.pool.query<{ code: string; event: string }>('select x.code, v.id as event from exams.event v join exams.exam x on x.id = v.exam_id');
  const made = (code: string, rowsOnly = false) => inChild<ReportAnswer>(new URL('report/make-one.ts', import.meta.url), { workerUrl, event: rows.find((one) => one.code === code)!.event, rowsOnly } satisfies ReportTask);
  const [tenth, whole, bare] = [await made('LAT09'), await made('MAT09'), await made('MAT09', true)];
  if (tenth.rows !== TENTH || whole.rows !== ROWS || bare.rows !== ROWS) throw new Error(`rows: ${tenth.rows}, ${whole.rows}, ${bare.rows}`);
  return [
    { what: `rows of a report of ${ROWS.toLocaleString('en')} (${whole.megabytes.toFixed(1)} MB)`, ours: whole.rows / whole.seconds, unit: 'rows/s', beside: { name: 'its statement alone', value: bare.rows / bare.seconds }, peakMb: whole.peakMb, goal: { of: 'peakMb', atMost: 600 } },
    { what: 'peak memory', ours: whole.peakMb, unit: 'MB', beside: { name: `with ${TENTH.toLocaleString('en')} rows`, value: tenth.peakMb }, goal: { of: 'ratio', atMost: 1.25 } },
  ];
}
