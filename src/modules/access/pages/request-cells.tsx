import type { VNode } from 'preact';
import { SignedFileTag } from '#modules/checking/public.js';
import { readablePeriod } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { StatusTag } from '#ui/status-tag.js';
import type { Column } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { CheckedRequest } from '../actions/decide-requests.js';
import type { OwnRequest } from '../actions/my-rights.js';
import { roleTitle } from './grant-cells.js';
import { WORDS } from './words.js';

/** The state of a request; one approved for a unit that a reform brings says what becomes of it, or became. */
export function RequestState({ view, request }: { view: View; request: OwnRequest }): VNode {
  const { t } = view;
  switch (request.state) {
    case 'submitted':
      return <StatusTag tone="info">{t(SUBMITTED)}</StatusTag>;
    case 'approved':
      return <ApprovedState view={view} request={request} />;
    case 'refused':
      return (
        <>
          <StatusTag tone="danger">{t(REFUSED)}</StatusTag> <span class="typed">{request.decisionReason}</span>
        </>
      );
    case 'withdrawn':
      return <StatusTag tone="ended">{t(WITHDRAWN)}</StatusTag>;
  }
}

function ApprovedState({ view: { t }, request: { comingAtvk, startedGrant, reformState } }: { view: View; request: OwnRequest }): VNode {
  if (comingAtvk === null || startedGrant) return <StatusTag tone="success">{t(APPROVED)}</StatusTag>;
  if (reformState === 'cancelled') return <StatusTag tone="ended">{t(NEVER_STARTS)}</StatusTag>;
  return reformState === 'applied' ? <StatusTag tone="ended">{t(NOTHING_NEW)}</StatusTag> : <StatusTag tone="success">{t(PREPARED)}</StatusTag>;
}

const Attachment = ({ view: { t, lang }, request }: { view: View; request: CheckedRequest }): VNode | null =>
  request.basisFileId === null ? null : (
    <>
      <a href={`/access/requests/${request.id}/document`}>{t(WORDS.attachment)}</a> <SignedFileTag lang={lang} check={request.check} />
    </>
  );

export const requestColumns = (view: View): Column<CheckedRequest>[] => [
  { key: view.lang === 'lv' ? 'roleLv' : 'roleEn', header: WORDS.role, sort: true, rowHeader: true, cell: (request) => view.t(roleTitle(request)) },
  { key: 'place', header: WORDS.place, sort: true, cell: (request) => request.place ?? view.t(WORDS.country) },
  { key: 'period', header: WORDS.period, sort: true, cell: (request) => readablePeriod({ from: request.wantedFrom, to: request.wantedTo }, view.lang) },
  { key: 'basis', header: WORDS.basis, cell: (request) => <><span class="typed">{request.basis}</span> <Attachment view={view} request={request} /></> },
];

const SUBMITTED: Text = { lv: 'gaida lēmumu', en: 'waits for a decision' };
const APPROVED: Text = { lv: 'apstiprināts', en: 'approved' };
const PREPARED: Text = { lv: 'apstiprināts, sāksies reformas dienā', en: 'approved, starts on the day of the reform' };
const NEVER_STARTS: Text = { lv: 'apstiprināts, bet reforma atcelta: nesāksies', en: 'approved, but the reform is cancelled: never starts' };
const NOTHING_NEW: Text = { lv: 'apstiprināts; reformas dienā jaunas tiesības nesākās', en: 'approved; no new right began on the day of the reform' };
const REFUSED: Text = { lv: 'noraidīts', en: 'refused' };
const WITHDRAWN: Text = { lv: 'atsaukts', en: 'withdrawn' };
