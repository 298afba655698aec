import type { VNode } from 'preact';
import { fill } from '#kernel/text.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { number } from '#ui/format.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { Misplaced } from '../../actions/consequences.js';
import { CORRECTION } from '../../correction-texts.js';
import { TEXTS } from '../../texts.js';
import { namesOf } from '../names-of.js';
import { kindTitle } from '../register-words.js';

const SHOWN = 100;

/** What stands where it does not belong after a correction, each with a link to where it is put right, for whoever may follow it. */
export function Left({ left, view }: { left: readonly Misplaced[]; view: View }): VNode {
  const { lang, t } = view;
  if (left.length === 0) return <p>{t(CORRECTION.nothingLeft)}</p>;
  return (
    <>
      <p>{t(CORRECTION.leftHint)}</p>
      <DataTable
        lang={lang}
        caption={CORRECTION.leftHint}
        captionHidden
        rows={left.slice(0, SHOWN)}
        rowKey={(row) => `${row.participant} ${row.kind} ${row.key}`}
        columns={[
          { key: 'what', header: TEXTS.what, cell: (row) => t(kindTitle(row)) },
          { key: 'whom', header: TEXTS.whom, rowHeader: true, cell: (row) => <About row={row} view={view} /> },
          { key: 'stands', header: CORRECTION.standsAt, cell: (row) => row.before },
          { key: 'belongs', header: CORRECTION.belongsTo, cell: (row) => row.after ?? t(row.effect === 'ends' ? CORRECTION.ends : CORRECTION.decide) },
        ]}
      />
      {left.length > SHOWN && <p>{t(fill(CORRECTION.more, { n: number(SHOWN, lang) }))}</p>}
    </>
  );
}

function About({ row, view }: { row: Misplaced; view: View }): VNode {
  const { matter } = row;
  const label = view.t(namesOf(row));
  if (!matter) return <>{label}</>;
  const may = matter.permission === null || !isNowhere(scopeOf(view.actor, matter.permission));
  return <>{may ? <a href={matter.href}>{label}</a> : label}{` (${view.t(matter.words)})`}</>;
}
