import type { VNode } from 'preact';
import type { ReformRow } from '#modules/territories/public.js';
import { StatusTag } from '#ui/status-tag.js';
import type { View } from '#web/view.js';
import { STATES, TEXTS } from '../texts.js';

const TONES = { draft: 'neutral', prepared: 'warning', applied: 'success', cancelled: 'ended' } as const;

/** A reform's state as a tag; made-up ones say so, and those that no longer fit the map. */
export const ReformState = ({ reform, misfits = false, view }: { reform: ReformRow; misfits?: boolean; view: View }): VNode => (
  <>
    <StatusTag tone={TONES[reform.state]}>{view.t(STATES[reform.state])}</StatusTag>
    {misfits && (
      <>
        {' '}
        <StatusTag tone="danger">{view.t(TEXTS.misfits)}</StatusTag>
      </>
    )}
    {reform.madeUp && (
      <>
        {' '}
        <StatusTag>{view.t(TEXTS.madeUp)}</StatusTag>
      </>
    )}
  </>
);
