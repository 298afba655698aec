import type { Page } from 'playwright';
import { at, ID, linkOn, type PageCase, plainly } from './page-case.js';

/** A sitting of the demonstration's school in an exam that is over, and one whose list is being made; a candidate of the first. */
const SCHOOL_EXAMS = '/exams/institutions/9900000001';
const ofSitting = (more = '', year = '?year=2025') => linkOn(`${SCHOOL_EXAMS}${year}`, new RegExp(`/exams/sittings/${ID}`), more);
const ofCandidate = (more = '') => async (page: Page): Promise<string> => linkOn(await ofSitting('?tab=registered')(page), new RegExp(`/exams/entries/${ID}`), more)(page);

const SCHOOL_CERTIFICATES = '/certificates/institutions/9900000001';
const ofSealing = linkOn('/certificates/sealings?year=2025', new RegExp(`/certificates/sealings/${ID}`));
const ofCertificates = linkOn(`${SCHOOL_CERTIFICATES}?year=2025`, new RegExp(`/certificates/sittings/${ID}`));
/** A certificate on the list of a sitting; whoever is of no school says why they look. */
const ofCertificate = (more = '') => async (page: Page): Promise<string> => linkOn(`${await ofCertificates(page)}?reason=education`, /\/certificates\/[0-9a-f-]{36}(\?|$)/)(page).then((href) => href.replace(/\?.*/, '') + more);

const RESULTS = '/exams/results';
const ofEvent = (more = '') => linkOn(`${RESULTS}?year=2025`, new RegExp(`${RESULTS}/${ID}`), more);

/** The pages of exams and certificates. */
export const EXAM_PAGES: readonly PageCase[] = [
  at(null, '/exams/catalogue'),
  at(null, '/exams/catalogue/:year/:code', '/exams/catalogue/2025/MAT09'),
  at('eksameni', '/exams/catalogue'),
  at('eksameni', '/exams/catalogue/:year/:code/scoring', '/exams/catalogue/2025/MAT09/scoring'),
  at('eksameni', '/exams/catalogue/:year/:code/events/:term', '/exams/catalogue/2025/MAT09/events/main'),
  at('eksameni', '/exams/catalogue/:year/thresholds/:level', '/exams/catalogue/2025/thresholds/basic'),
  at('eksameni', '/exams/catalogue/:year/sessions/:stage', '/exams/catalogue/2025/sessions/basic'),
  at('eksameni', '/exams'),
  at('eksameni', '/exams/sittings/:id', ofSitting('?reason=education')),
  at('eksameni', '/exams/entries/:id/annul', async (page) => (await linkOn(`${await ofSitting()(page)}?reason=education`, /\/exams\/entries\/[0-9a-f-]{36}\?reason=education$/)(page)).replace(/\?.*/, '/annul')),
  at('virslietotajs', '/exams/institutions/:regNr', `${SCHOOL_EXAMS}?year=2025`),
  at('virslietotajs', '/exams/institutions/:regNr/register/:eventId', linkOn(SCHOOL_EXAMS, /\/register\/[0-9a-f-]{36}$/)),
  at('virslietotajs', '/exams/institutions/:regNr/register/:eventId/other', linkOn(SCHOOL_EXAMS, /\/register\/[0-9a-f-]{36}$/, '/other')),
  ...['registered', 'applied', 'exempt', 'replaced', 'takers', 'rooms'].map((tab) => at('virslietotajs', '/exams/sittings/:id', ofSitting(`?tab=${tab}`))),
  ...['/protocol', '/attendance', '/rooms/new'].map((more) => at('virslietotajs', `/exams/sittings/:id${more}`, ofSitting(more))),
  at('virslietotajs', '/exams/entries/:id', ofCandidate()),
  ...['exempt', 'replaced', 'extra-term', 'support'].map((kind) => at('virslietotajs', '/exams/entries/:id/facts/:kind', ofCandidate(`/facts/${kind}`))),
  at('virslietotajs', '/exams/entries/:id/withdraw', ofCandidate('/withdraw')),
  at('eksameni', '/certificates'),
  at('eksameni', '/certificates/sealings', '/certificates/sealings?year=2025'),
  at('eksameni', '/certificates/sealings/new', plainly(linkOn('/certificates/sealings?year=2025', /\/certificates\/sealings\/new\?/))),
  at('eksameni', '/certificates/sealings/try'),
  at('eksameni', '/certificates/sealings/:id', ofSealing),
  at('eksameni', '/certificates/proofs'),
  at('eksameni', '/certificates/forms'),
  at('eksameni', '/certificates/forms/new', '/certificates/forms/new?stage=secondary'),
  at('eksamenuvaditajs', '/certificates/forms/:id', linkOn('/certificates/forms', new RegExp(`/certificates/forms/${ID}`))),
  at('eksameni', '/certificates/:id/inside', ofCertificate('/inside')),
  at('eksameni', '/certificates/paper'),
  at('eksameni', '/certificates/receivers'),
  at('eksameni', '/certificates/parameters'),
  at('eksameni', '/certificates/parameters/:name', '/certificates/parameters/batch-minutes'),
  at('virslietotajs', '/certificates/institutions/:regNr', `${SCHOOL_CERTIFICATES}?year=2025`),
  at('virslietotajs', '/certificates/sittings/:id', ofCertificates),
  ...['/send', '/handed-over'].map((more) => at('virslietotajs', `/certificates/sittings/:id${more}`, async (page) => `${await ofCertificates(page)}${more}`)),
  at('virslietotajs', '/certificates/:id', ofCertificate()),
  at('virslietotajs', '/certificates/:id/handed-over', ofCertificate('/handed-over')),
  at('iedzivotajs', '/my/certificates'),
  at('iedzivotajs', '/my/certificates/:id/paper', async (page) => linkOn(await linkOn('/my/certificates', /\/my\/certificates\?person=[0-9a-f-]+9900000001$/)(page), /\/my\/certificates\/[0-9a-f-]{36}\/paper/)(page)),
  at('eksameni', RESULTS),
  at('eksameni', `${RESULTS}/:eventId`, ofEvent()),
  at('eksameni', `${RESULTS}/:eventId/assessors`, ofEvent('/assessors')),
  at('eksameni', `${RESULTS}/import`),
  at('eksameni', `${RESULTS}/import/:id`, linkOn(`${RESULTS}/import`, new RegExp(`${RESULTS}/import/${ID}`))),
  at('eksameni', `${RESULTS}/publications`, `${RESULTS}/publications?year=2025`),
  at('eksamenuvaditajs', `${RESULTS}/publications/:year/:stage/:term`, `${RESULTS}/publications/2026/basic/main`),
  at('eksameni', `${RESULTS}/parameters`),
  at('eksameni', `${RESULTS}/parameters/:name`, `${RESULTS}/parameters/appeal-months`),
  at('eksameni', `${RESULTS}/parameters/:name/confirm`, `${RESULTS}/parameters/appeal-months/confirm`),
  at('virslietotajs', '/exams/sittings/:id/results', ofSitting('/results')),
  at('eksameni', '/exams/entries/:id/result', async (page) => (await linkOn(`${await ofSitting()(page)}?reason=education`, /\/exams\/entries\/[0-9a-f-]{36}\?reason=education$/)(page)).replace(/\?.*/, '/result')),
  at('virslietotajs', '/exams/entries/:id/appeal', ofCandidate('/appeal')),
  at('virslietotajs', '/exams/appeals'),
  at('eksameni', '/exams/appeals/:id', linkOn('/exams/appeals?state=decided&reason=education', /\/exams\/appeals\/[0-9a-f-]{36}/)),
  at('vertetajs', '/exams/assessment'),
  ...['', '/unreadable'].map((more) => at('vertetajs', `/exams/assessment/:id${more}`, linkOn('/exams/assessment', new RegExp(`/exams/assessment/${ID}`), more))),
  at('eksameni', '/exams/appeals/:id', linkOn('/exams/appeals?reason=education', /\/exams\/appeals\/[0-9a-f-]{36}/)),
  at('virslietotajs.vidusskola', '/exams/sittings/:id', linkOn('/exams/institutions/9900000004?year=2026', new RegExp(`/exams/sittings/${ID}`))),
  at('iedzivotajs', '/my/exam-appeals'),
  at('iedzivotajs', '/my/exam-results', linkOn('/my/exam-results', /\/my\/exam-results\?person=[0-9a-f-]+9900000001$/)),
  at('virslietotajs', '/exams/sittings/:id/scans', ofSitting('/scans')),
  at('virslietotajs', '/exams/sittings/:id/scans', ofSitting('/scans?all=yes')),
  at('iedzivotajs', '/my/exam-works'),
  // Works are not shown to candidates until the agency says so; `src/modules/exams/tests/scans.test.ts` opens them.
  ...['', '/file', '/pages/:page'].map((more) => at('iedzivotajs', `/my/exam-works/:id${more}`, `/my/exam-works/00000000-0000-7000-8000-000000000000${more.replace(':page', '1')}`, 404)),
];
