import { z } from 'zod';
import { dayInRiga } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { LANGS } from '#kernel/text.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { parseInput } from '#platform/actions/input-errors.js';
import { scopeOf, SIGNED_IN } from '#platform/actions/permission.js';
import { makeReport } from '#platform/reports/make-report.js';
import type { ReportKind } from '#platform/reports/report-kind.js';
import { findRequest, insertRequest, listRequestsOf } from '#platform/reports/report-request.js';
import { getKindFor, kindsFor, moreScopeOf, refuseUnlessTheirs } from '#platform/reports/report-rights.js';
import { readFile } from '#platform/reports/report-run.js';
import { FILE_KINDS } from '#platform/spreadsheets/spreadsheet.js';
import { PAGE, pageOf } from '../domain/page-of.js';

/** What can be asked for, and what was asked for, newest first. */
export const readReports = readAction({
  name: 'workspace.read-reports',
  title: { lv: 'Apskatīti savi pārskati', en: 'Looked at own reports' },
  permission: SIGNED_IN,
  input: z.object({ before: z.uuid().optional() }),
  async run({ tx, actor, contributions }, { before }) {
    const requests = pageOf(await listRequestsOf(tx, actor.id!, before ?? null, PAGE + 1));
    return { kinds: kindsFor(actor, contributions.reports), titles: new Map(contributions.reports.map(({ name, title }) => [name, title])), requests };
  },
  audit: NOT_PERSONAL,
});

/** The form of one kind of report, with what can be chosen in it. */
export const openReportForm = readAction({
  name: 'workspace.open-report-form',
  title: { lv: 'Atvērta pārskata pieprasījuma veidlapa', en: 'Opened the form of a report' },
  permission: SIGNED_IN,
  input: z.looseObject({ kind: z.string() }),
  async run({ tx, actor, today, now, contributions }, { kind: name, ...chosen }) {
    const kind = getKindFor(actor, contributions.reports, name);
    const context = { tx, scope: scopeOf(actor, kind.permission), more: null, today, now };
    const fields = await Promise.all(kind.fields.map(async (field) => ({ ...field, options: (await field.options?.(context, chosen)) ?? [] })));
    return { kind, fields };
  },
  audit: NOT_PERSONAL,
});

export const askReport = writeAction({
  name: 'workspace.ask-report',
  title: { lv: 'Pieprasīts pārskats', en: 'Asked for a report' },
  permission: SIGNED_IN,
  input: z.looseObject({ kind: z.string(), format: z.enum(['xlsx', 'csv']), lang: z.enum(LANGS) }),
  async run({ tx, actor, now, today, enqueue, contributions }, { kind: name, format, lang, ...answers }) {
    const kind = getKindFor(actor, contributions.reports, name);
    const input = answersTo(kind, answers);
    const scope = scopeOf(actor, kind.permission);
    const asked = parseInput(kind.input, input);
    await kind.check?.({ tx, scope, more: null, today, now }, asked);
    const requestId = await insertRequest(tx, { kind: name, input, format, lang }, actor, scope, moreScopeOf(actor, kind), now);
    await enqueue(makeReport, { requestId });
    return { requestId };
  },
  audit: ({ input, output }) => ({ facts: { kind: input.kind, request: output.requestId } }),
});

/** The answers to the kind's own questions; those left empty are as if not asked. */
const answersTo = (kind: ReportKind, answers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(kind.fields.flatMap(({ name }) => (answers[name] === undefined || answers[name] === '' ? [] : [[name, answers[name]]])));

/** A finished file; rights are looked at anew. */
export const fetchReport = readAction({
  name: 'workspace.fetch-report',
  title: { lv: 'Lejupielādēts pārskats', en: 'Downloaded a report' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid() }),
  async run({ tx, actor, contributions }, { id }) {
    const request = await findRequest(tx, id);
    refuseUnlessTheirs(actor, contributions.reports, request);
    if (request.state !== 'done') throw new Conflict('report-not-ready', NOT_READY);
    const { mediaType, ending } = FILE_KINDS[request.format];
    const title = contributions.reports.find((kind) => kind.name === request.kind)!.title[request.lang];
    return { kind: request.kind, title, lang: request.lang, about: request.about, name: `${title} ${dayInRiga(request.dataMoment!)}${ending}`, type: mediaType, size: request.sizeBytes!, run: request.runId!, read: (range: { start: number; end: number }) => readFile(tx, { requestId: id, runId: request.runId! }, range) };
  },
  audit: ({ input, output }) => ({ facts: { kind: output.kind, request: input.id } }),
});

const NOT_READY = {
  lv: 'Pārskats vēl nav gatavs, vai tā glabāšanas laiks ir beidzies. Skatiet sadaļu “Pārskati”.',
  en: 'The report is not ready yet, or its time is over. See “Reports”.',
};
