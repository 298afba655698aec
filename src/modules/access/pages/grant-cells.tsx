import type { VNode } from 'preact';
import { holdsOn, type Period, readablePeriod } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { StatusTag } from '#ui/status-tag.js';
import type { Column } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { GrantRow } from '../actions/here.js';
import { endReason } from '../texts.js';
import { WORDS } from './words.js';

export const roleTitle = ({ roleLv, roleEn }: { roleLv: string; roleEn: string }): Text => ({ lv: roleLv, en: roleEn });

const periodOf = ({ validFrom, validTo }: GrantRow): Period => ({ from: validFrom, to: validTo });

/** Whether a grant holds, is to come, or is over and why. */
function GrantState({ view, grant }: { view: View; grant: GrantRow }): VNode {
  const { t, today } = view;
  const ended = grant.endedReason === '' ? null : t(endReason(grant.endedReason));
  if (holdsOn(periodOf(grant), today)) return <StatusTag tone="success">{[t(HOLDS), ended].filter(Boolean).join(': ')}</StatusTag>;
  if (grant.validFrom > today && grant.validTo !== grant.validFrom) return <StatusTag tone="info">{t(TO_COME)}</StatusTag>;
  return <StatusTag tone="ended">{ended ?? t(OVER)}</StatusTag>;
}

/** The columns by which every list tells about grants. */
export const grantColumns = (view: View): Column<GrantRow>[] => [
  { key: 'role', header: WORDS.role, rowHeader: true, cell: (grant) => view.t(roleTitle(grant)) },
  { key: 'place', header: WORDS.place, cell: (grant) => grant.place ?? view.t(WORDS.country) },
  { key: 'period', header: WORDS.period, cell: (grant) => (grant.validFrom === grant.validTo ? '–' : readablePeriod(periodOf(grant), view.lang)) },
  { key: 'basis', header: WORDS.basis, cell: (grant) => grant.basis },
  { key: 'state', header: WORDS.state, cell: (grant) => <GrantState view={view} grant={grant} /> },
];

const HOLDS: Text = { lv: 'spēkā', en: 'in force' };
const TO_COME: Text = { lv: 'vēl nav sākušās', en: 'not begun yet' };
const OVER: Text = { lv: 'beigušās', en: 'over' };
