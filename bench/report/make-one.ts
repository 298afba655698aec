import { examResults } from '#modules/certificates/reports/exam-results.js';
import { seeResults } from '#modules/exams/permissions.js';
import { askReport } from '#modules/workspace/actions/ask-report.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { makeReport } from '#platform/reports/make-report.js';
import { answerTask } from '../measuring/child.js';
import { peakMemoryMb } from '../measuring/memory.js';
import { duration } from '../measuring/timings.js';
import { asWorker } from '../platform/as-worker.js';

export interface ReportTask {
  readonly workerUrl: string;
  readonly event: string;
  /** The statement's rows are read and left. */
  readonly rowsOnly: boolean;
}

export interface ReportAnswer {
  readonly seconds: number;
  readonly rows: number;
  readonly megabytes: number;
  readonly peakMb: number;
}

const actor = { kind: 'user' as const, id: '00000000-0000-7000-8000-000000000001', personId: null, name: 'Mērītājs', scopes: new Map([[seeResults.name, EVERYWHERE]]) };

/** One report asked for and made by its job, in a process of its own. */
answerTask<ReportTask>(({ workerUrl, event, rowsOnly }): Promise<ReportAnswer> =>
  asWorker(workerUrl, async ({ platform, database }) => {
    const { clock } = platform;
    const answer = { rows: 0, megabytes: 0 };
    const took = await duration(async () => {
      if (rowsOnly) {
        const context = { tx: database.read, scope: { ...EVERYWHERE, acting: null }, more: null, today: clock.today(), now: clock.now() };
        for await (const _ of examResults.rows(context, examResults.input.parse({ event }))) answer.rows += 1;
        return;
      }
      const { requestId } = await perform(platform, askReport, { kind: examResults.name, event, format: 'xlsx', lang: 'lv' }, { actor });
      await makeReport.run({ platform, now: clock.now() }, { requestId });
      const [{ state, rows, bytes }] = (await database.pool.query<{ state: string; rows: string; bytes: string }>('select state, done_rows as rows, size_bytes as bytes from platform.report_request where id = $1', [requestId])).rows as [{ state: string; rows: string; bytes: string }];
      if (state !== 'done') throw new Error(`the report is ${state}`);
      Object.assign(answer, { rows: Number(rows), megabytes: Number(bytes) / 1e6 });
    });
    return { ...answer, seconds: took / 1_000, peakMb: peakMemoryMb() };
  }),
);
