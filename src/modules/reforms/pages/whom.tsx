import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import type { View } from '#web/view.js';

interface Named {
  readonly label: string;
  readonly role?: Text | null;
  readonly place?: string | null;
}

/** Whom a change concerns, and under the name with which role and where. */
export const Whom = ({ row: { label, role, place }, view }: { row: Named; view: View }): VNode => {
  const more = [role ? view.t(role) : null, place].filter(Boolean).join(', ');
  return (
    <>
      {label}
      {more && <div class="hint">{more}</div>}
    </>
  );
};
