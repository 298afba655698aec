import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { holdsOn, readablePeriod } from '#kernel/period.js';
import { fill, type Text } from '#kernel/text.js';
import { instant } from '#ui/format.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { type Column, DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { LicenceRow, ShownLicences } from '../../actions/keep-licences.js';
import { ShortLink } from '../classifiers/frame.js';
import { named, WORDS } from '../classifiers/words.js';

/** What an institution may teach and since when; who registers licences finds beside each where it is corrected. */
export function LicencesPage({ view, shown }: { view: View; shown: ShownLicences }): VNode {
  const { t, lang, today } = view;
  const { institution, licences, mayLicense } = shown;
  const here = `/education/institutions/${institution.regNr}/licences`;
  const periodOf = (row: LicenceRow) => ({ from: row.validFrom, to: row.validTo });
  const columns: Column<LicenceRow>[] = [
    { key: 'programme', header: WORDS.programme, rowHeader: true, cell: (row) => <a href={`/education/programmes?code=${row.programmeCode}`}>{`${row.programmeCode} ${t(named(row))}`}</a> },
    { key: 'nr', header: NR, cell: (row) => row.licenceNr },
    { key: 'term', header: WORDS.term, cell: (row) => readablePeriod(periodOf(row), lang) },
  ];
  const state: Column<LicenceRow> = {
    key: 'state',
    header: STATE,
    cell: (row) => <StatusTag tone={holdsOn(periodOf(row), today) ? 'success' : row.validFrom > today ? 'info' : 'ended'}>{t(holdsOn(periodOf(row), today) ? HOLDS : row.validFrom > today ? TO_COME : OVER)}</StatusTag>,
  };
  const before = licences.filter(({ supersededAt }) => supersededAt !== null);
  return (
    <Page {...view.frame} title={`${t(WORDS.licences)}: ${institution.name}`} width="work" breadcrumbs={[{ text: WORDS.institutions, href: '/institutions' }, { text: institution.name, href: `/institutions/${institution.regNr}` }, { text: WORDS.licences }]}>
      <h1>{`${t(WORDS.licences)}: ${institution.name}`}</h1>
      <Lead>{t(LEAD)}</Lead>
      {institution.closedOn && <Notice lang={lang} title={fill(CLOSED, { day: readableDay(institution.closedOn) })}><p>{t(CLOSED_MORE)}</p></Notice>}
      {mayLicense && (
        <ButtonRow>
          <ButtonLink href={`${here}/new`}>{t(NEW)}</ButtonLink>
        </ButtonRow>
      )}
      <DataTable
        lang={lang}
        caption={WORDS.licences}
        captionHidden
        rows={licences.filter(({ supersededAt }) => supersededAt === null)}
        rowKey={(row) => row.id}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          ...columns,
          state,
          ...(mayLicense ? [{ key: 'correct', header: WORDS.correct, cell: (row: LicenceRow) => <ShortLink href={`${here}/${row.id}`} text={t(WORDS.correct)} about={`${row.programmeCode} ${row.licenceNr}`} /> }] : []),
        ]}
      />
      {mayLicense && before.length > 0 && (
        <>
          <h2>{t(WORDS.before)}</h2>
          <DataTable lang={lang} caption={WORDS.before} captionHidden rows={before} rowKey={(row) => row.id} columns={[...columns, { key: 'until', header: CHANGED, cell: (row) => instant(row.supersededAt!) }]} />
        </>
      )}
    </Page>
  );
}

const LEAD: Text = { lv: 'Izglītojamos programmā var uzņemt no licences pirmās dienas.', en: 'Learners may be enrolled in a programme from the first day of its licence.' };
const CLOSED: Text = { lv: 'Iestāde no {day} ir slēgta.', en: 'The institution is closed from {day}' };
const CLOSED_MORE: Text = { lv: 'Licences beidzas līdz ar iestādi. Pēctecei vajag savas.', en: 'Licences end with the institution. A successor needs its own.' };
const NEW: Text = { lv: 'Reģistrēt licenci', en: 'Register a licence' };
const NR: Text = { lv: 'Licences numurs', en: 'Number of the licence' };
const STATE: Text = { lv: 'Stāvoklis', en: 'State' };
const HOLDS: Text = { lv: 'spēkā', en: 'holds' };
const TO_COME: Text = { lv: 'vēl nav sākusies', en: 'not yet begun' };
const OVER: Text = { lv: 'beigusies', en: 'over' };
const NONE: Text = { lv: 'Iestādei nav reģistrētu licenču.', en: 'No licences are registered for the institution.' };
const NONE_HINT: Text = { lv: 'Licenci reģistrē iestāžu reģistra reģistrators.', en: 'Licences are registered by the registrar of institutions.' };
const CHANGED: Text = { lv: 'Mainīts', en: 'Changed' };
