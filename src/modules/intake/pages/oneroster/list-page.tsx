import type { VNode } from 'preact';
import { yearName } from '#modules/education/public.js';
import type { Text } from '#kernel/text.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { Details } from '#ui/details.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { FileField } from '#ui/form/file-field.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { bytes, instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { pagingByKey } from '#web/list-links.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { PackageRow, ShownPackages } from '../../actions/oneroster/packages.js';
import { fetchResults } from '../../permissions.js';
import { O, PACKAGE_STATE } from './words.js';

/** Packages of a school: bring one in, take one out, and what became of those before. */
export function PackagesPage({ view, shown, attempt }: { view: View; shown: ShownPackages; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(O.title)} width="work">
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(O.title)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <h2>{t(BRING)}</h2>
      <Form csrf={view.csrf} upload>
        {shown.only ? <HiddenFields values={{ regNr: shown.only.regNr }} /> : <TextField {...field('regNr')} label={O.regNr} width="short" inputMode="numeric" />}
        {shown.only && <p>{shown.only.name}</p>}
        <FileField {...field('package')} label={O.package} hint={HINT} accept=".zip,application/zip" />
        <TextField {...field('program')} label={O.program} hint={PROGRAM_HINT} width="medium" maxLength={100} optional />
        <ButtonRow>
          <Button>{t(UPLOAD)}</Button>
          <ButtonLink href="/intake/check" variant="secondary">{t(ONLY_CHECK)}</ButtonLink>
        </ButtonRow>
      </Form>
      {!isNowhere(scopeOf(view.actor, fetchResults)) && <p><a href="/intake/oneroster/servers">{t(SERVERS)}</a></p>}
      <h2>{t(BROUGHT)}</h2>
      <PackagesTable view={view} shown={shown} />
      <h2>{t(TAKE_OUT)}</h2>
      <p>{t(TAKE_OUT_MORE)}</p>
      <form class="form" method="get" action="/intake/oneroster/export">
        <HiddenFields values={{ reason: 'own-pupils' }} />
        {shown.only ? <HiddenFields values={{ regNr: shown.only.regNr }} /> : <TextField lang={lang} name="regNr" label={O.regNr} width="short" inputMode="numeric" />}
        <SelectField lang={lang} name="year" label={O.year} value={String(shown.years.current)} options={shown.years.years.map(({ year }) => ({ value: String(year), label: yearName(year) }))} />
        <ButtonRow>
          <Button variant="secondary">{t(DOWNLOAD)}</Button>
        </ButtonRow>
      </form>
      <Details summary={t(HOW)}>
        <ul>
          {RULES.map((rule) => (
            <li key={rule.en}>{t(rule)}</li>
          ))}
        </ul>
      </Details>
    </Page>
  );
}

const PackagesTable = ({ view, shown: { packages, next } }: { view: View; shown: ShownPackages }): VNode => (
  <DataTable
    lang={view.lang}
    caption={BROUGHT}
    captionHidden
    rows={packages}
    rowKey={(one) => one.id}
    empty={{ title: NONE, hint: NONE_HINT }}
    paging={pagingByKey(view, { shown: packages.length, next, key: 'before' })}
    columns={[
      { key: 'at', header: O.received, rowHeader: true, cell: (one) => <a href={`/intake/oneroster/${one.id}`}>{instant(one.receivedAt)}</a> },
      { key: 'name', header: O.package, cell: (one) => `${one.name} (${bytes(one.size, view.lang)})` },
      { key: 'school', header: O.school, cell: (one) => one.school },
      { key: 'by', header: O.by, cell: (one) => one.journal ?? one.receiver },
      { key: 'state', header: O.state, cell: (one) => <PackageTag view={view} found={one} /> },
    ]}
  />
);

export const PackageTag = ({ view, found: { state } }: { view: View; found: PackageRow }): VNode => <StatusTag tone={PACKAGE_STATE[state].tone}>{view.t(PACKAGE_STATE[state].words)}</StatusTag>;

const LEAD: Text = {
  lv: 'Ja e-žurnāls nesūta datus pats, izveidojiet tajā OneRoster 1.2 paketi un iesniedziet to šeit. Vispirms redzēsiet, ko tā mainītu; reģistrā nekas nenonāk, kamēr to neapstiprināt.',
  en: 'Where the e-journal sends nothing by itself, make a OneRoster 1.2 package in it and bring it here. First you see what it would change; nothing enters the register until you say so.',
};
const BRING: Text = { lv: 'Iesniegt paketi', en: 'Bring a package' };
const HINT: Text = { lv: 'ZIP arhīvs līdz 20 MB: viss (bulk) vai tikai izmaiņas (delta)', en: 'A ZIP archive of at most 20 MB: all (bulk), or only changes (delta)' };
const PROGRAM_HINT: Text = {
  lv: 'Vajadzīga, ja pakete pati savu programmu nenosauc (manifest.csv source.systemName) un satur tikai izmaiņas: pēc tās atrod, ko programma sūtījusi agrāk.',
  en: 'Needed where the package does not name its program (source.systemName of manifest.csv) and holds changes alone: by it what the program sent before is found.',
};
const UPLOAD: Text = { lv: 'Pārbaudīt un parādīt, ko tā mainītu', en: 'Check, and show what it would change' };
const ONLY_CHECK: Text = { lv: 'Tikai pārbaudīt, neko nesaglabājot', en: 'Only check, keeping nothing' };
const BROUGHT: Text = { lv: 'Iesniegtās paketes', en: 'Packages brought' };
const SERVERS: Text = { lv: 'Ielasīt vērtējumus no e-žurnāla servera', en: 'Fetch marks from an e-journal’s server' };
const NONE: Text = { lv: 'Paketes vēl nav iesniegtas', en: 'No packages have been brought yet' };
const NONE_HINT: Text = { lv: 'Izvēlieties failu augstāk.', en: 'Choose a file above.' };
const TAKE_OUT: Text = { lv: 'Saņemt paketi e-žurnālam', en: 'Take a package out for an e-journal' };
const TAKE_OUT_MORE: Text = {
  lv: 'Iestādes klases, skolēni, pedagogi un vērtējumi OneRoster 1.2.1 veidā. Paketē ir personas kodi: glabājiet to kā citus skolēnu datus. Izgūšana paliek audita žurnālā.',
  en: 'Classes, pupils, teachers and marks of the institution as OneRoster 1.2.1. The package holds personal codes: keep it like other data of pupils. Taking it out stays in the audit log.',
};
const DOWNLOAD: Text = { lv: 'Lejupielādēt paketi', en: 'Download the package' };
const HOW: Text = { lv: 'Kā paketi saprot', en: 'How a package is understood' };
const RULES: readonly Text[] = [
  { lv: 'Skolēnu atpazīst pēc personas koda laukā userIds ({personasKods:…}) vai pēc iestādes piešķirtā numura laukā identifier.', en: 'A pupil is recognised by the personal code in userIds ({personasKods:…}), or by the institution’s number in identifier.' },
  { lv: 'Priekšmetu – pēc klasifikatora numura laukā courseCode vai subjectCodes, citādi pēc nosaukuma; neskaidri nosaukumi gaida saskaņošanu.', en: 'A subject by the classifier’s number in courseCode or subjectCodes, else by name; unclear names wait to be matched.' },
  { lv: 'Semestra laikposms (type semester) ir 1. vai 2. semestris; gada vērtējumam vajag laikposmu term vai ext:gads par visu gadu; pēcpārbaudījumu nosaka kategorija “Pēcpārbaudījums”.', en: 'A session of type semester is the first or second semester; the year mark needs a session term or ext:gads over the whole year; a post-examination is told by the category “Pēcpārbaudījums”.' },
  { lv: '“not submitted” ir nv, “exempt” ir atb; sasniedzamo rezultātu vērtējumi nāk failā resultLearningObjectiveIds.', en: '“not submitted” is nv, “exempt” is atb; assessed outcomes come in resultLearningObjectiveIds.' },
  { lv: 'Klases un skolēnus reģistrā paketes nemaina: atšķirības tikai parāda.', en: 'Packages do not change classes and pupils of the register: differences are only shown.' },
];
