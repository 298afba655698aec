import { readableDay } from '#kernel/iso-date.js';
import { EmptyState } from '#ui/empty-state.js';
import { ButtonLink } from '#ui/form/button.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import { showPage } from '#web/page-route.js';
import { showReforms } from '../../actions/read-reforms.js';
import { TEXTS } from '../../texts.js';
import { ReformState } from '../reform-state.js';

/** All reforms, newest first. */
export const reformListRoute = showPage({
  path: '/reforms',
  action: showReforms,
  render: ({ reforms, misfitting }, view) => (
    <Page {...view.frame} title={view.t(TEXTS.reforms)} width="work">
      <h1>{view.t(TEXTS.reforms)}</h1>
      <Lead>{view.t(TEXTS.lead)}</Lead>
      <ButtonLink href="/reforms/new">{view.t(TEXTS.newReform)}</ButtonLink>
      {reforms.length === 0 ? (
        <EmptyState lang={view.lang} title={TEXTS.noReforms} />
      ) : (
        <DataTable
          lang={view.lang}
          caption={TEXTS.reforms}
          captionHidden
          rows={reforms}
          rowKey={(reform) => reform.id}
          columns={[
            { key: 'name', header: TEXTS.name, rowHeader: true, cell: (reform) => <a href={`/reforms/${reform.id}`}>{view.lang === 'lv' ? reform.titleLv : reform.titleEn}</a> },
            { key: 'effective', header: TEXTS.effective, cell: (reform) => readableDay(reform.effective) },
            { key: 'basis', header: TEXTS.legalBasis, cell: (reform) => reform.legalBasis },
            { key: 'state', header: TEXTS.state, cell: (reform) => <ReformState reform={reform} misfits={misfitting.includes(reform.id)} view={view} /> },
          ]}
        />
      )}
    </Page>
  ),
});
