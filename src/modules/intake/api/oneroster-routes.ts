import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { askPackage, type PackageRow, sendPackageByMachine } from '../actions/oneroster/packages.js';
import { PACKAGE_STATES } from '../domain/oneroster/outlook.js';
import { isNote, type TroubleCode, TROUBLE_CODES, TROUBLES } from '../domain/oneroster/trouble.js';
import { presentReport, Report } from './package-report.js';

const TextAnswer = z.object({ lv: z.string(), en: z.string() });

/** OneRoster packages as e-journals send them. */
export const oneRosterRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'POST',
    path: '/api/intake/oneroster',
    summary: 'Send a OneRoster 1.2 CSV package (bulk or delta) for a school. It is checked in the background; where it is fit, its marks go into the register as batches',
    tag: 'intake',
    bodyType: 'multipart/form-data',
    body: z.object({
      institution: z.string().describe('Registration number of the school'),
      package: z.string().meta({ format: 'binary' }).describe('The ZIP archive, at most 20 MB'),
      only: z.literal('check').optional().describe('Stop after the check and say what the package would do'),
    }),
    answer: z.object({ id: z.uuid() }),
    action: sendPackageByMachine,
    present: ({ id }) => ({ id }),
    status: () => 202,
  }),
  apiRoute({
    method: 'GET',
    path: '/api/intake/oneroster/{id}',
    summary: 'What has become of a package',
    tag: 'intake',
    params: z.object({ id: z.uuid() }),
    answer: z.object({
      id: z.uuid(),
      state: z.enum(PACKAGE_STATES),
      failure: z.string(),
      report: Report.nullable(),
      troubles: z.array(z.object({ code: z.enum(TROUBLE_CODES), count: z.int(), note: z.boolean(), what: TextAnswer, todo: TextAnswer, places: z.array(z.object({ file: z.string(), row: z.int() })) })),
      tried: z.array(z.object({ year: z.int(), kind: z.string(), rows: z.int(), batch: z.uuid() })).describe('Batches in which the rows were tried; nothing of them was recorded'),
      batches: z.array(z.uuid()).describe('Batches made of the package: ask /api/intake/batches/{id}'),
      withdrawn: z.int(),
    }),
    action: askPackage,
    present: presentPackage,
  }),
];

function presentPackage({ id, state, failure, report, outlook, batchIds, withdrawn }: PackageRow): object {
  return {
    id, state, failure,
    report: report && presentReport(report),
    troubles: (outlook?.troubles ?? []).map(({ code, count, places }) => ({ code, count, note: isNote(code), ...wordsOf(code), places })),
    tried: (outlook?.tries ?? []).map(({ year, kind, rows, batchId }) => ({ year, kind, rows, batch: batchId })),
    batches: batchIds,
    withdrawn: state === 'sent' ? withdrawn : (outlook?.withdrawn ?? 0),
  };
}

const wordsOf = (code: TroubleCode) => ({ what: TROUBLES[code].what, todo: TROUBLES[code].todo });
