import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { Notice } from '#ui/notice.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { Board } from '../../actions/read-board.js';
import { FACTOR_NAMES, FACTORS } from '../../domain/factors.js';
import type { Policy } from '../../domain/policy.js';
import { WORDS } from './words.js';

/** What each predecessor had at a reform, side by side, until the municipality adopts one of them or sets its own. */
export function Offers({ view, board: { offers, unitId }, leads }: { view: View; board: Board; leads: boolean }): VNode | null {
  const { lang, t } = view;
  const [first] = offers;
  if (!first) return null;
  const path = `/sign-in-programme/${unitId}/policy`;
  return (
    <>
      <h2>{t(TITLE)}</h2>
      <Notice lang={lang} tone="warning" title={NOT_DECIDED}>
        <p>{t(UNTIL_THEN)}</p>
        {first.toIsNew && offers.length > 1 && <p>{t(NEW_PEOPLE)}</p>}
        <p>{t(EXCEPTIONS)}</p>
      </Notice>
      <DataTable
        lang={lang}
        caption={TITLE}
        captionHidden
        rows={offers}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: FROM, rowHeader: true, cell: ({ fromName, effective }) => `${fromName} (${readableDay(effective)})` },
          { key: 'second', header: WORDS.secondFactorFrom, cell: ({ policy }) => dayOf(view, policy.secondFactorFrom) },
          { key: 'administrators', header: WORDS.administratorsFrom, cell: ({ policy }) => dayOf(view, policy.administratorsFrom) },
          { key: 'end', header: WORDS.passwordsEndOn, cell: ({ policy, ended }) => (ended ? <StatusTag tone="ended">{t(HAVE_ENDED)}</StatusTag> : dayOf(view, policy.passwordsEndOn)) },
          { key: 'allowed', header: WORDS.allowed, cell: ({ policy }) => meansOf(view, policy) },
          { key: 'networks', header: WORDS.networks, cell: ({ policy }) => policy.innerNetworks.join(', ') || t(WORDS.anyNetwork) },
          ...(leads ? [{ key: 'do', header: DO, cell: ({ id, decided, fromName }: Board['offers'][number]) => (decided ? <a href={`${path}?adopt=${id}`}>{t(ADOPT)}<span class="visually-hidden">{`: ${fromName}`}</span></a> : t(NOTHING)) }] : []),
        ]}
      />
      {leads && (
        <p>
          <a href={path}>{t(OWN)}</a>
        </p>
      )}
    </>
  );
}

const dayOf = ({ t }: View, day: Policy['secondFactorFrom']) => (day ? readableDay(day) : t(WORDS.notSet));
const meansOf = ({ t }: View, { allowed }: Policy) => (allowed.length === FACTORS.length ? t(WORDS.allMeans) : allowed.map((factor) => t(FACTOR_NAMES[factor])).join(', '));

const TITLE: Text = { lv: 'Kas bija noteikts pirms reformas', en: 'What was set before the reform' };
const NOT_DECIDED: Text = { lv: 'Par kārtību pēc reformas vēl nav izlemts', en: 'The policy after the reform has not been decided' };
const UNTIL_THEN: Text = { lv: 'Līdz lēmumam katrs pierakstās tā, kā tur, no kurienes viņš nācis. Pieņemiet vienu no kārtībām vai nosakiet savu; tā būs spēkā visiem.', en: 'Until it is, everybody signs in as where they came from. Adopt one of the policies or set your own; it will hold for all.' };
const NEW_PEOPLE: Text = { lv: 'Tiem, kas darbu sāk pēc reformas, ir spēkā stingrākais no visām.', en: 'For those who begin after the reform the strictest of all holds.' };
const EXCEPTIONS: Text = { lv: 'Piešķirtie izņēmumi paliek savam lietotājam līdz beigu dienai.', en: 'Exceptions that were given stay with their users until they end.' };
const FROM: Text = { lv: 'No kurienes', en: 'From' };
const HAVE_ENDED: Text = { lv: 'izslēgtas', en: 'have ended' };
const DO: Text = { lv: 'Darbības', en: 'Actions' };
const ADOPT: Text = { lv: 'Pieņemt šo', en: 'Adopt this' };
const NOTHING: Text = { lv: 'nekas nebija noteikts', en: 'nothing was set' };
const OWN: Text = { lv: 'Noteikt savu kārtību', en: 'Set an own policy' };
