import type { VNode } from 'preact';
import { type SchoolChoices, SchoolList, yearName } from '#modules/education/public.js';
import { examName, TERM_WORDS } from '#modules/exams/public.js';
import type { Text } from '#kernel/text.js';
import { number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import { Tabs } from '#ui/tabs.js';
import type { View } from '#web/view.js';
import type { SchoolCertificates } from '../../actions/view-certificates.js';
import { CERTIFICATES, schoolPath, SEALINGS, sittingPath, W } from '../words.js';

/** The institutions of whoever is responsible for several; the agency finds the sealing from here. */
export function SchoolsPage({ view, start, maySeal }: { view: View; start: SchoolChoices; maySeal: boolean }): VNode {
  const { t } = view;
  return (
    <Page {...view.frame} title={t(W.certificates)} width="work" breadcrumbs={[{ text: W.certificates }]}>
      <h1>{t(W.certificates)}</h1>
      <Lead>{t(SCHOOLS_LEAD)}</Lead>
      {maySeal && <p><a href={SEALINGS}>{t(W.sealing)}</a></p>}
      <SchoolList view={view} start={start} home={CERTIFICATES} pathOf={(regNr) => schoolPath(regNr)} words={{ institution: W.institution, caption: W.institution, regNr: REG_NR, none: NO_SCHOOLS, noneHint: NO_SCHOOLS_HINT }} />
    </Page>
  );
}

/** The sittings of an institution with published certificates, and how many holders have not got theirs. */
export function SchoolPage({ view, found: { school, years, year, sittings } }: { view: View; found: SchoolCertificates }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={`${t(W.certificates)}: ${school.name}`} width="work" breadcrumbs={[{ text: W.certificates, href: CERTIFICATES }, { text: school.name }]}>
      <h1>{school.name}</h1>
      <Lead>{t(SCHOOL_LEAD)}</Lead>
      <Tabs lang={lang} label={W.year} items={years.map((one) => ({ href: schoolPath(school.regNr, one), text: yearName(one), current: one === year }))} />
      <DataTable
        lang={lang}
        caption={W.certificates}
        captionHidden
        rows={sittings}
        rowKey={({ sittingId }) => sittingId}
        empty={{ title: NO_SITTINGS, hint: NO_SITTINGS_HINT, action: <a href={`/exams/institutions/${school.regNr}?year=${year}`}>{t(SITTINGS)}</a> }}
        columns={[
          { key: 'exam', header: W.exam, rowHeader: true, cell: (one) => <a href={sittingPath(one.sittingId)}>{t(examName(one))}</a> },
          { key: 'term', header: W.term, cell: ({ term }) => t(TERM_WORDS[term]) },
          { key: 'ready', header: W.certificates, number: true, cell: ({ ready }) => number(ready, lang) },
          { key: 'notReached', header: NOT_REACHED, number: true, cell: ({ notReached }) => number(notReached, lang) },
        ]}
      />
    </Page>
  );
}

const SCHOOLS_LEAD: Text = { lv: 'Izvēlieties iestādi, kuras sertifikātus apskatīt.', en: 'Choose the institution whose certificates to look at.' };
const SCHOOL_LEAD: Text = { lv: 'Sertifikāti ir redzami no rezultātu paziņošanas brīža. Absolventi tos lejupielādē paši; tiem, kuri nevar, izsniedz skola.', en: 'Certificates can be seen from the instant when results are published. Graduates download theirs; to those who cannot, the school gives them.' };
const NO_SCHOOLS: Text = { lv: 'Neviena iestāde neatbilst', en: 'No institution matches' };
const NO_SCHOOLS_HINT: Text = { lv: 'Rakstiet mazāk vārdu.', en: 'Write fewer words.' };
const NO_SITTINGS: Text = { lv: 'Šajā gadā iestādei vēl nav paziņotu sertifikātu', en: 'The institution has no published certificates in this year yet' };
const NO_SITTINGS_HINT: Text = { lv: 'Tie parādās rezultātu paziņošanas brīdī. Izvēlieties citu gadu vai apskatiet norises.', en: 'They appear when results are published. Choose another year, or look at the sittings.' };
const SITTINGS: Text = { lv: 'Pārbaudījumu norises', en: 'Sittings of exams' };
const REG_NR: Text = { lv: 'Reģistrācijas numurs', en: 'Registration number' };
const NOT_REACHED: Text = { lv: 'Vēl nav saņēmuši', en: 'Have not got theirs' };
