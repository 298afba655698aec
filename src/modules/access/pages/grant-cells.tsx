import type { VNode } from 'preact';
import { holdsOn, type Period, readablePeriod } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import type { Column } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { GrantRow } from '../actions/here.js';
import { comingEnd, endReason } from '../texts.js';
import { WORDS } from './words.js';

export const roleTitle = ({ roleLv, roleEn }: { roleLv: string; roleEn: string }): Text => ({ lv: roleLv, en: roleEn });

const periodOf = ({ validFrom, validTo }: GrantRow): Period => ({ from: validFrom, to: validTo });

/** `no 20.10.2019.` on one line. */
const whole = (period: string): string => period.replaceAll(' ', '\u00a0');

/** Whether a grant holds, waits, is to come, or is over and why; of an end still to come the day is said. */
function GrantState({ view, grant }: { view: View; grant: GrantRow }): VNode {
  const { t, today } = view;
  const ended = grant.endedReason === '' ? null : t(endReason(grant.endedReason));
  if (holdsOn(periodOf(grant), today)) {
    if (grant.suspended) return <StatusTag tone="ended">{t(WORDS.suspendedUser)}</StatusTag>;
    const coming = grant.endedReason !== '' && grant.validTo !== null ? t(comingEnd(grant.validTo, grant.endedReason)) : null;
    return <StatusTag tone={grant.waits ? 'warning' : 'success'}>{[t(grant.waits ? WORDS.waits : HOLDS), coming].filter(Boolean).join(', ')}</StatusTag>;
  }
  if (grant.validFrom > today && grant.validTo !== grant.validFrom) return <StatusTag tone="info">{t(TO_COME)}</StatusTag>;
  return <StatusTag tone="ended">{ended ?? t(OVER)}</StatusTag>;
}

/** The columns by which every list tells about grants. */
export const grantColumns = (view: View): Column<GrantRow>[] => [
  { key: 'role', header: WORDS.role, rowHeader: true, cell: (grant) => view.t(roleTitle(grant)) },
  { key: 'place', header: WORDS.place, cell: (grant) => grant.place ?? view.t(WORDS.country) },
  { key: 'period', header: WORDS.period, cell: (grant) => (grant.validFrom === grant.validTo ? '–' : whole(readablePeriod(periodOf(grant), view.lang))) },
  { key: 'basis', header: WORDS.basis, cell: (grant) => <><span class="typed">{grant.basis}</span>{grant.basisFileId !== null && <> <a href={`/access/grants/${grant.id}/document`}>{view.t(WORDS.attachment)}</a></>}</> },
  { key: 'state', header: WORDS.state, cell: (grant) => <GrantState view={view} grant={grant} /> },
];

/** Whose right it is, which, where and for how long: so that nobody ends another than they meant. */
export const WhichGrant = ({ view, grant }: { view: View; grant: GrantRow }): VNode => (
  <SummaryList
    lang={view.lang}
    items={[
      { key: WORDS.user, value: `${grant.userName} (${grant.login})` },
      { key: WORDS.role, value: view.t(roleTitle(grant)) },
      { key: WORDS.place, value: grant.place ?? view.t(WORDS.country) },
      { key: WORDS.period, value: readablePeriod(periodOf(grant), view.lang) },
    ]}
  />
);

const HOLDS: Text = { lv: 'spēkā', en: 'in force' };
const TO_COME: Text = { lv: 'vēl nav sākušās', en: 'not begun yet' };
const OVER: Text = { lv: 'beigušās', en: 'over' };
