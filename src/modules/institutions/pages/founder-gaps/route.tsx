import { readablePeriod } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import { showPage } from '#web/page-route.js';
import { checkFounders } from '../../actions/check-founders.js';
import { WORDS } from '../words.js';

/** What is left for a person after a reform: institutions whose founder has ended or is missing. */
export const founderGapsRoute = showPage({
  path: '/institutions/founder-gaps',
  action: checkFounders,
  render: (gaps, view) => (
    <Page {...view.frame} title={view.t(FOUNDERS_TO_DECIDE)} width="work" breadcrumbs={[{ text: WORDS.institutions, href: '/institutions' }, { text: FOUNDERS_TO_DECIDE }]}>
      <h1>{view.t(FOUNDERS_TO_DECIDE)}</h1>
      <Lead>{view.t(LEAD)}</Lead>
      {view.actor.scopes.has(DECIDES_REFORMS) && (
        <p>
          <a href="/reforms">{view.t(REFORM_TASKS)}</a>
        </p>
      )}
      <DataTable
        lang={view.lang}
        caption={FOUNDERS_TO_DECIDE}
        captionHidden
        columns={[
          { key: 'name', header: WORDS.name, rowHeader: true, cell: (row) => <a href={`/institutions/${row.regNr}`}>{row.name}</a> },
          { key: 'problem', header: PROBLEM, cell: (row) => view.t(PROBLEMS[row.problem]) },
          { key: 'founder', header: WORDS.actualFounder, cell: (row) => row.founder ?? '–' },
          { key: 'period', header: PERIOD, cell: (row) => readablePeriod({ from: row.from, to: row.to }, view.lang) },
          { key: 'decide', header: DECIDE, cell: (row) => <a href={`/institutions/${row.regNr}/founder`}>{view.t(CHOOSE)}</a> },
        ]}
        rows={gaps}
        rowKey={(row) => `${row.regNr} ${row.from}`}
        empty={{ title: NOTHING, hint: NOTHING_HINT }}
      />
    </Page>
  ),
});

export const FOUNDERS_TO_DECIDE: Text = { lv: 'Iestādes bez faktiskā dibinātāja', en: 'Institutions without an actual founder' };
const LEAD: Text = {
  lv: 'Katrā iestādes pastāvēšanas dienā jābūt tieši vienam faktiskajam dibinātājam. Šeit ir tās, kurām tā nav.',
  en: 'On each day of its life an institution has exactly one actual founder. These have none.',
};
/** Permission of a module that this one may not ask: it only opens a link. */
const DECIDES_REFORMS = 'reforms.decide';
const REFORM_TASKS: Text = { lv: 'Ko reformas atstāja izlemt cilvēkam', en: 'What reforms left for a person to decide' };
const PROBLEM: Text = { lv: 'Kas nav kārtībā', en: 'What is wrong' };
const PROBLEMS = {
  'no founder': { lv: 'Dibinātājs nav ierakstīts', en: 'No founder is recorded' },
  'founder has ended': { lv: 'Pašvaldība ir beigusi pastāvēt', en: 'The municipality has ceased to exist' },
} as const satisfies Record<string, Text>;
const PERIOD: Text = { lv: 'Periods', en: 'Period' };
const DECIDE: Text = { lv: 'Darbība', en: 'Action' };
const CHOOSE: Text = { lv: 'Norādīt dibinātāju', en: 'Choose the founder' };
const NOTHING: Text = { lv: 'Visām iestādēm ir faktiskais dibinātājs', en: 'Every institution has an actual founder' };
const NOTHING_HINT: Text = { lv: 'Šeit nekas nav jādara.', en: 'There is nothing to do here.' };
