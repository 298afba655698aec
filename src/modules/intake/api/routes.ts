import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { checkPackage } from '../actions/check-package.js';
import { presentReport, Report } from './package-report.js';

export const intakeApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'POST',
    path: '/api/intake/oneroster/check',
    summary: 'Check a OneRoster 1.2 CSV package; nothing of it is stored. A package that cannot be read is a problem with its reason',
    tag: 'intake',
    bodyType: 'multipart/form-data',
    body: z.object({ package: z.string().meta({ format: 'binary' }).describe('The ZIP archive, at most 20 MB') }),
    answer: Report,
    action: checkPackage,
    present: ({ report }) => presentReport(report),
  }),
];
