import type { Page } from 'playwright';
import { EXAM_PAGES } from './exam-pages.js';
import { PORTAL_PAGES } from './portal-pages.js';
import { at, ID, linkOn, type PageCase, plainly, sourceOf } from './page-case.js';

/** A page of the one municipality that a signed-in user looks after. */
const ofOwnMunicipality = (more: string) => linkOn('/sign-in-programme', /\/sign-in-programme\/\d+$/, more);

const newestReform = linkOn('/reforms', new RegExp(`/reforms/${ID}`));

/** A page of the oldest reform, that of 2021, which has been applied. */
const ofAppliedReform = (more: string) => async (page: Page): Promise<string> => {
  const ids = [...(await sourceOf(page, '/reforms')).matchAll(/href="(\/reforms\/[0-9a-f-]{36})"/g)].map((link) => link[1]!);
  return ids.at(-1)! + more;
};

/** The first class of the demonstration's school, a page of it, and what its list of learners leads to. */
const ofClass = (more = '') => linkOn('/education/institutions/9900000001', new RegExp(`/education/classes/${ID}`), more);
const linkInClass = (leads: RegExp, instead: readonly [RegExp, string] = [/$/, '']) => async (page: Page): Promise<string> => {
  const found = await linkOn(await ofClass()(page), leads)(page);
  return found.replace(...instead);
};

/** A class of the demonstration's school in the register of marks, and a record of it. */
const ofMarks = linkOn('/marks/institutions/9900000001', /\/marks\/classes\/[0-9a-f-]{36}\?period=S1$/);
const ofRecord = (more = '') => async (page: Page): Promise<string> => linkOn(await ofMarks(page), /\/marks\/records\/.*\/S1$/, more)(page);

/** What another municipality pays the demonstration's. */
const ofStatement = (more = '') => linkOn('/settlements', new RegExp(`/settlements/statements/${ID}`), more);

/** A record of a child of the resident who has three. */
const ofOwnRecord = linkOn('/my/marks', /\/my\/marks\/records\//);

/** The form of a dated value, and the same as it comes back from its confirmation. */
const ofParameter = (login: string, path: string, name: string) => ['', '/confirm'].map((more) => at(login, `${path}/:name${more}`, `${path}/${name}${more}`));

/** An inquiry after a child of the demonstration's municipality, and one of which an answer is awaited. */
const ofInquiry = (more = '') => linkOn('/schoolage', new RegExp(`/schoolage/inquiries/${ID}`), more);
const ofUnanswered = async (page: Page): Promise<string> => linkOn(await linkOn('/schoolage?group=unknown', new RegExp(`/schoolage/inquiries/${ID}`))(page), /\/steps\/[0-9a-f-]{36}$/)(page);

const known = new WeakMap<Page, string>();

/** The source of some resident's card, opened as a registrar opens it: searched for, and with a reason. */
async function cardOf(page: Page): Promise<string> {
  const before = known.get(page);
  if (before) return before;
  await page.goto('/persons');
  await page.locator('input[name=family]').fill('Bērz');
  await page.locator('select[name=reason]').selectOption({ index: 1 });
  await page.locator('input[name=caseReference]').fill('L-2026/18');
  await page.locator('main form button').first().click();
  await page.locator('main tbody tr button').first().click();
  await page.waitForURL(/\/card$/);
  const card = await page.content();
  known.set(page, card);
  return card;
}

/** A page of some resident. */
const ofSomeone = (more: string) => async (page: Page): Promise<string> => `${/\/persons\/[0-9a-f-]{36}/.exec(await cardOf(page))![0]}${more}`;

/** The page of the first entry of one of the resident's histories. */
const ofEntry = (history: string, more = '') => async (page: Page): Promise<string> =>
  `${new RegExp(`/persons/[0-9a-f-]{36}/${history}/[0-9a-f-]{36}`).exec(await cardOf(page))![0]}${more}`;

/** The same of an institution. */
const correctionOf = (history: string) => linkOn('/institutions/9900000004', new RegExp(`/institutions/9900000004/corrections/${history}/`));

/** Every page that an address alone opens. A test sees to it that none is missing. */
export const PAGES: readonly PageCase[] = [
  at(null, '/'),
  at(null, '/territories', '/territories?on=2021-06-30'),
  at(null, '/territories', '/territories?on=2021-07-01'),
  at(null, '/territories', '/territories?on=yesterday', 422),
  at(null, '/territories/:atvk', '/territories/0020000'),
  at(null, '/territories/reforms/:day', '/territories/reforms/2021-07-01'),
  at(null, '/institutions'),
  at(null, '/institutions/:regNr', '/institutions/9900000004?on=2021-06-30'),
  at(null, '/reports/institutions-by-municipality'),
  ...['years', 'subjects', 'scales', 'outcomes', 'end-reasons'].map((page) => at(null, `/education/${page}`)),
  at(null, '/education/years/:year', '/education/years/2025'),
  at(null, '/education/subjects/:id', '/education/subjects/900018'),
  at(null, '/education/programmes', '/education/programmes?code=21015811'),
  at(null, '/education/institutions/:regNr/licences', '/education/institutions/9900000004/licences'),
  at(null, '/rooms'),
  at(null, '/announcements'),
  at(null, '/calendar'),
  at(null, '/accessibility'),
  at(null, '/status'),
  at(null, '/api'),
  at(null, '/_ui'),
  at(null, '/sign-in'),
  at(null, '/sign-in/municipal'),
  at('iedzivotajs', '/'),
  at('iedzivotajs', '/me'),
  at('iedzivotajs', '/me/looks'),
  at(null, '/become-a-user'),
  at(null, '/check'),
  at(null, '/check/claim'),
  ...['', '/load'].map((more) => at('administrators', `/trusted-lists${more}`)),
  at('iedzivotajs', '/my/rights'),
  at('iedzivotajs', '/my/rights/request'),
  at('iedzivotajs', '/my/sessions'),
  at('iedzivotajs', '/sign-in/again'),
  at('iedzivotajs', '/sign-in/again/done'),
  at('iedzivotajs', '/my/programs'),
  at('iedzivotajs', '/my/sign-in'),
  at('iedzivotajs', '/my/sign-in/passkeys'),
  at('iedzivotajs', '/my/sign-in/recovery-codes'),
  at('iedzivotajs', '/my/sign-in/history'),
  at('iedzivotajs', '/my/sign-in/join'),
  at('iedzivotajs', '/my/sign-in/join/confirm'),
  at('iedzivotajs', '/my/sign-in/password'),
  at('iedzivotajs', '/my/sign-in/code'),
  at('iedzivotajs', '/my/notices'),
  at('registrators', '/reports'),
  at('registrators', '/reports/:kind', linkOn('/reports', /\/reports\/[a-z-]+$/)),
  at('registrators', '/institutions/register'),
  at('registrators', '/institutions/founder-gaps'),
  ...['rename', 'standing', 'founder', 'legal-founder', 'head', 'head-end', 'address', 'delivery-place', 'gymnasium-title', 'accreditation', 'details', 'succession', 'close', 'founding'].map((form) =>
    at('registrators', `/institutions/:regNr/${form}`, `/institutions/9900000004/${form}`),
  ),
  at('registrators', '/institutions/:regNr/corrections/:history/:rowId', correctionOf('name')),
  at('registrators', '/education/institutions/:regNr/licences/new', '/education/institutions/9900000004/licences/new'),
  at('registrators', '/education/institutions/:regNr/licences/:licenceId', linkOn('/education/institutions/9900000004/licences', new RegExp(`/licences/${ID}`))),
  at('registrators', '/education/institutions/:regNr/licences/:licenceId/withdraw', linkOn('/education/institutions/9900000004/licences', new RegExp(`/licences/${ID}`), '/withdraw')),
  at('izglitiba', '/education'),
  ...['', '/enrol', '/classes/new', '/candidates', '/transfers', '/transfers/ask', '/teachers', '/teachers/new', '/exemptions', '/year-end'].map((page) => at('vaditajs', `/education/institutions/:regNr${page}`, `/education/institutions/9900000001${page}`)),
  at('vaditajs', '/education/institutions/:regNr/to-do/:kind', '/education/institutions/9900000001/to-do/without-class'),
  ...['', '/edit', '/plan'].map((page) => at('vaditajs', `/education/classes/:id${page}`, ofClass(page))),
  at('izglitiba', '/education/classes/:id', ofClass()),
  at('vaditajs', '/education/pupils'),
  at('vaditajs', '/education/pupils/:id', linkInClass(new RegExp(`/education/pupils/${ID}`))),
  at('vaditajs', '/education/memberships/:membershipId/exempt', linkInClass(/\/education\/memberships\/.*\/place$/, [/place$/, 'exempt'])),
  ...['place', 'end', 'correct', 'withdraw', 'reopen'].map((form) => at('vaditajs', `/education/memberships/:id/${form}`, linkInClass(/\/education\/memberships\/.*\/place$/, [/place$/, form]))),
  at('vaditajs', '/education/positions/:id', linkOn('/education/institutions/9900000001/teachers', new RegExp(`/education/positions/${ID}`))),
  at('izglitiba', '/schoolage'),
  at('izglitiba', '/schoolage/inquiries/:id', ofInquiry()),
  at('izglitiba', '/schoolage/inquiries/:id/status', ofInquiry('/status')),
  at('izglitiba', '/schoolage/inquiries/:id/steps', ofInquiry('/steps')),
  at('izglitiba', '/schoolage/inquiries/:id/steps/:step', ofUnanswered),
  at('klasifikatori', '/schoolage/board'),
  at('klasifikatori', '/schoolage/board/:atvk/responsible', linkOn('/schoolage/board', /\/responsible$/)),
  at('klasifikatori', '/schoolage/extracts'),
  at('klasifikatori', '/schoolage/extracts/:id', linkOn('/schoolage/extracts', new RegExp(`/schoolage/extracts/${ID}`))),
  at('izglitiba', '/schoolage/statuses'),
  at('klasifikatori', '/schoolage/parameters'),
  ...ofParameter('klasifikatori', '/schoolage/parameters', 'due-days'),
  at('klasifikatori', '/marks/completeness'),
  at('klasifikatori', '/marks/completeness', '/marks/completeness?year=2025&period=YEAR&record=mark'),
  at('klasifikatori', '/marks/completeness/municipalities/:atvk', linkOn('/marks/completeness', /\/marks\/completeness\/municipalities\/\d{7}/)),
  at('klasifikatori', '/marks/completeness/reminders'),
  at('klasifikatori', '/marks/completeness/parameters'),
  ...ofParameter('klasifikatori', '/marks/completeness/parameters', 'remind-before'),
  at('lietvedis', '/marks/completeness/institutions/:regNr', '/marks/completeness/institutions/9900000001?period=S1'),
  at('iedzivotajs', '/my/marks/consents'),
  at('klasifikatori', '/education/years/new'),
  ...['days', 'ends', 'breaks/autumn', 'breaks/winter', 'breaks/spring'].map((form) => at('klasifikatori', `/education/years/:year/${form}`, `/education/years/2026/${form}`)),
  at('klasifikatori', '/education/years/:year/deadlines/:matter', '/education/years/2026/deadlines/YEAR'),
  at('klasifikatori', '/education/subjects/import'),
  at('klasifikatori', '/education/scales/rules/new'),
  at('klasifikatori', '/education/scales/rules/:ruleId', linkOn('/education/scales', new RegExp(`/education/scales/rules/${ID}`))),
  at('iedzivotaji', '/persons'),
  at('iedzivotaji', '/persons/new'),
  ...['/card', '/record', '/address', '/name', '/code', '/guardianship', '/death', '/protection', '/birth/correct'].map((more) => at('iedzivotaji', `/persons/:id${more}`, ofSomeone(more))),
  ...['names', 'codes', 'addresses'].flatMap((history) => [
    at('iedzivotaji', `/persons/:id/${history}/:rowId`, ofEntry(history)),
    at('iedzivotaji', `/persons/:id/${history}/:rowId/withdraw`, ofEntry(history, '/withdraw')),
  ]),
  at('pasvaldibas.administrators', '/access/users'),
  at('pasvaldibas.administrators', '/access/users/new'),
  at('pasvaldibas.administrators', '/access/users/:id', linkOn('/access/users', new RegExp(`/access/users/${ID}`))),
  at('pasvaldibas.administrators', '/access/users/:id/details', async (page) => `${await linkOn('/access/users', new RegExp(`/access/users/${ID}`))(page)}/details`),
  at('pasvaldibas.administrators', '/access/users/:id/person', async (page) => `${await linkOn('/access/users', new RegExp(`/access/users/${ID}`))(page)}/person`),
  ...['/means', '/means/seen'].map((more) => at('pasvaldibas.administrators', `/access/users/:id${more}`, async (page) => `${await linkOn('/access/users', new RegExp(`/access/users/${ID}`))(page)}${more}`)),
  at('pasvaldibas.administrators', '/apps'),
  at('pasvaldibas.administrators', '/apps/new'),
  ...['web', 'native', 'device', 'machine', 'ticket'].map((kind) => at('pasvaldibas.administrators', `/apps/new/${kind}`)),
  at('pasvaldibas.administrators', '/access/here'),
  at('pasvaldibas.administrators', '/access/grants/new'),
  at('pasvaldibas.administrators', '/access/requests'),
  at('izpilddirektors', '/access/confirmations'),
  at('izpilddirektors', '/access/confirmations/:id/end', linkOn('/access/confirmations', /\/access\/confirmations\/[0-9a-f-]{36}\/end$/)),
  at('izpilddirektors', '/access/not-asked'),
  at('administrators', '/sign-in-programme'),
  at('administrators', '/sign-in-programme/national-day'),
  at('administrators', '/sign-in-programme/providers'),
  at('administrators', '/sign-in-programme/handovers'),
  at('pasvaldibas.administrators', '/sign-in-programme/:unit', ofOwnMunicipality('')),
  ...['/policy', '/exceptions', '/letters'].map((more) => at('pasvaldibas.administrators', `/sign-in-programme/:unit${more}`, ofOwnMunicipality(more))),
  ...['/connections', '/connections/new/active-directory', '/connections/new/openid', '/suggestions'].map((more) => at('pasvaldibas.administrators', `/sign-in-programme/:unit${more}`, ofOwnMunicipality(more))),
  at('pasvaldibas.administrators', '/sign-in-programme/suggestions'),
  at('administrators', '/break-glass'),
  at('administrators', '/access/roles'),
  at('administrators', '/access/roles/:code', linkOn('/access/roles', /\/access\/roles\/\w/)),
  at('administrators', '/access/parameters'),
  ...ofParameter('administrators', '/access/parameters', 'session-idle-minutes'),
  at('administrators', '/apps/keys'),
  at('administrators', '/apps/keys/parameters'),
  ...ofParameter('administrators', '/apps/keys/parameters', 'signing-key-days'),
  at('administrators', '/apps/keys/leaked'),
  at('administrators', '/apps/old-addresses'),
  at('administrators', '/announcements/new'),
  at('administrators', '/announcements/:id/correct', linkOn('/announcements', /\/announcements\/[0-9a-f-]{36}\/correct$/)),
  at('administrators', '/calendar/orders/:year', '/calendar/orders/2027'),
  at('administrators', '/calendar/orders/:year/take-back', '/calendar/orders/2026/take-back?day=2026-06-22'),
  at('administrators', '/_mail'),
  at('lietvedis', '/training'),
  at('lietvedis', '/training/courses/:courseId', linkOn('/training', new RegExp(`/training/courses/${ID}`))),
  at('lietvedis', '/training/attempts/:id/result', linkOn('/training', /\/training\/attempts\/.*\/result$/)),
  at('lietvedis', '/training/certificates/:id', linkOn('/training', new RegExp(`/training/certificates/${ID}`))),
  at('lietvedis', '/training/remote'),
  at('lietvedis', '/training/remote/:id', linkOn('/training/remote', new RegExp(`/training/remote/${ID}`))),
  at('lietvedis', '/intake/check'),
  at('lietvedis', '/intake/oneroster'),
  at('vaditajs', '/intake/oneroster/servers'),
  at(null, '/intake/moved'),
  at('lietvedis', '/intake/troubles'),
  ...['rights', 'moved', 'outcomes', 'addresses'].map((trouble) => at('lietvedis', `/intake/troubles/${trouble}`)),
  at('lietvedis', '/intake/mapping'),
  at('lietvedis', '/intake/mapping/name', plainly(linkOn('/intake/mapping', /\/intake\/mapping\/name\?/))),
  at('lietvedis', '/intake/mapping/leave', plainly(linkOn('/intake/mapping', /\/intake\/mapping\/leave\?/))),
  at('lietvedis', '/intake/mapping/classes'),
  at('lietvedis', '/intake/mapping/class', plainly(linkOn('/intake/mapping/classes', /\/intake\/mapping\/class\?/))),
  at('lietvedis', '/intake/batches'),
  at('lietvedis', '/intake/batches/:id', linkOn('/intake/batches', new RegExp(`/intake/batches/${ID}`))),
  at('lietvedis', '/intake/batches/:id/answers', linkOn('/intake/batches?troubled=yes', new RegExp(`/intake/batches/${ID}`), '/answers')),
  at('izglitiba', '/intake/schools'),
  ...['', '/confirm'].map((more) => at('vaditajs', `/intake/schools/:regNr${more}`, `/intake/schools/9900000001${more}`)),
  at('vaditajs', '/intake/schools/:regNr/journals/:id/end', linkOn('/intake/schools/9900000001', /\/intake\/schools\/.*\/end$/)),
  at('klasifikatori', '/intake/journals'),
  at('klasifikatori', '/intake/journals/new'),
  ...['', '/change', '/state'].map((more) => at('klasifikatori', `/intake/journals/:code${more}`, `/intake/journals/zalais${more}`)),
  at('klasifikatori', '/intake/addresses'),
  at('klasifikatori', '/intake/addresses/:id/end', linkOn('/intake/addresses', /\/intake\/addresses\/.*\/end$/)),
  at('uzturetajs', '/intake/mine'),
  at('izglitiba', '/settlements'),
  at('izglitiba', '/settlements/institutions'),
  at('izglitiba', '/settlements/institution', '/settlements/institution?regNr=9900000001'),
  at('izglitiba', '/settlements/institutions/:regNr', '/settlements/institutions/9900000001'),
  at('izglitiba', '/settlements/statements/:id', ofStatement()),
  at('izglitiba', '/settlements/statements/:id/learners', ofStatement('/learners?reason=municipal-service')),
  at('izglitiba', '/settlements/statements/:id/dispute', ofStatement('/dispute')),
  at('izglitiba', '/settlements/statements/:id/answer', ofStatement('/answer')),
  at('klasifikatori', '/settlements/rules'),
  ...ofParameter('klasifikatori', '/settlements/rules', 'back-months'),
  at('izglitiba', '/marks'),
  at('izglitiba', '/marks/classes/:classId', ofMarks),
  ...['', '/nil'].map((page) => at('vaditajs', `/marks/institutions/:regNr${page}`, `/marks/institutions/9900000001${page}`)),
  at('vaditajs', '/marks/classes/:classId', ofMarks),
  at('vaditajs', '/marks/pupils/:membershipId', async (page) => linkOn(await ofMarks(page), new RegExp(`/marks/pupils/${ID}`))(page)),
  ...['', '/enter', '/correct', '/withdraw'].map((more) => at('vaditajs', `/marks/records/:kind/:year/:membershipId/:item/:period${more}`, ofRecord(more))),
  at('iedzivotajs', '/my/marks'),
  at('iedzivotajs', '/my/marks/records/:kind/:year/:membershipId/:item/:period', ofOwnRecord),
  at(null, '/marks/first-day'),
  at('skolotajs', '/marks/grids'),
  at('skolotajs', '/marks/classes/:classId/grid', linkOn('/marks/grids', /\/marks\/classes\/.*\/grid$/)),
  at('skolotajs', '/marks/template', linkOn('/marks/grids', /\/marks\/template\?class=/)),
  ...EXAM_PAGES,
  ...PORTAL_PAGES,
  at('iestades.administrators', '/training/requirements'),
  at('iestades.administrators', '/training/requirements/new'),
  at('iestades.administrators', '/training/register'),
  at('iestades.administrators', '/training/waiting'),
  at('iestades.administrators', '/training/remote/:id/delegate', linkOn('/training/remote', new RegExp(`/training/remote/${ID}`), '/delegate')),
  at('administrators', '/training/write'),
  at('administrators', '/training/write/new'),
  at('administrators', '/training/write/:courseId', linkOn('/training/write', new RegExp(`/training/write/${ID}`))),
  at('administrators', '/training/write/:courseId/trial', linkOn('/training/write', new RegExp(`/training/write/${ID}`), '/trial')),
  at('administrators', '/training/drafts/:versionId', async (page) => linkOn(await linkOn('/training/write', new RegExp(`/training/write/${ID}`))(page), /\/training\/drafts\//)(page)),
  at('administrators', '/training/remote/new'),
  at('administrators', '/training/remote/:id/cancel', linkOn('/training/remote', new RegExp(`/training/remote/${ID}`), '/cancel')),
  at('administrators', '/training/remote/:id/edit', linkOn('/training/remote', new RegExp(`/training/remote/${ID}`), '/edit')),
  at('administrators', '/training/remote/:id/participants', linkOn('/training/remote', new RegExp(`/training/remote/${ID}`), '/participants')),
  at('auditors', '/audit'),
  at('operators', '/reforms'),
  at('operators', '/reforms/new'),
  at('operators', '/reforms/:reformId', newestReform),
  at('operators', '/reforms/:reformId/preparation', async (page) => `${await newestReform(page)}/preparation`),
  at('operators', '/reforms/:reformId/cancellation', async (page) => `${await newestReform(page)}/cancellation`),
  at('operators', '/reforms/:reformId/changes', ofAppliedReform('/changes')),
  at('operators', '/reforms/:reformId/changes', async (page) => linkOn(await ofAppliedReform('')(page), /\/changes\?rehearsalId=/)(page)),
  at('operators', '/reforms/:reformId/differences', ofAppliedReform('/differences')),
  at('operators', '/reforms/:reformId/correction', ofAppliedReform('/correction')),
  ...['', '/confirm'].map((more) => at('operators', `/reforms/:reformId/correction/:fromAtvk${more}`, async (page) => `${await linkOn(await ofAppliedReform('/correction')(page), /\/correction\/\d{7}$/)(page)}${more}`)),
  at('operators', '/reforms/:reformId/tasks/:taskId', async (page) => linkOn(await ofAppliedReform('')(page), /\/tasks\//)(page)),
];
