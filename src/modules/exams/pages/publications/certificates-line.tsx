import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import { number } from '#ui/format.js';
import { StatusTag } from '#ui/status-tag.js';
import type { View } from '#web/view.js';
import { certificatesBeside } from '../../actions/contributed.js';
import type { Unsealed } from '../../domain/unsealed.js';
import { holds } from '../frame.js';

interface Props {
  readonly view: View;
  readonly year: number;
  readonly of: Unsealed;
  /** An instant is set: what is missing will be missed. */
  readonly urgent: boolean;
}

/** How many certificates of a publication are not sealed, and why; nothing where none is due. */
export function CertificatesLine({ view, year, of: { due, missing, drafted, unfit, none }, urgent }: Props): VNode | null {
  const { t, lang } = view;
  const n = (count: number) => number(count, lang);
  if (due === 0) return null;
  if (missing === 0) return <p><StatusTag tone="success">{t(fill(ALL, { due: n(due) }))}</StatusTag></p>;
  const kinds = ([[none, NONE], [drafted, DRAFTED], [unfit, UNFIT]] as const).flatMap(([count, words]) => (count === 0 ? [] : [`${t(words)}: ${n(count)}`]));
  const module = certificatesBeside();
  return (
    <p>
      <StatusTag tone={urgent ? 'danger' : 'neutral'}>{t(fill(MISSING, { n: n(missing), due: n(due) }))}</StatusTag> {kinds.join('; ')}.
      {module && holds(view, module.permission) && <> <a href={module.href(year)}>{t(SEALING)}</a></>}
    </p>
  );
}

const ALL: Text = { lv: 'Visi sertifikāti ir apzīmogoti: {due}', en: 'All certificates are sealed: {due}' };
const MISSING: Text = { lv: 'Neapzīmogoti sertifikāti: {n} no {due}', en: 'Certificates not sealed: {n} of {due}' };
const NONE: Text = { lv: 'nav sagatavoti', en: 'not drafted' };
const DRAFTED: Text = { lv: 'sagatavoti, bet neapzīmogoti', en: 'drafted, but not sealed' };
const UNFIT: Text = { lv: 'vārdu nevar nodrukāt', en: 'the name cannot be printed' };
const SEALING: Text = { lv: 'Sertifikātu zīmogošana', en: 'Sealing of certificates' };
