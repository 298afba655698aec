import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { instant, number } from '#ui/format.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { ReleaseState } from '../../actions/read-packets.js';

/** How many pupils asked for sealed packets: counts alone. */
export function PacketTable({ view: { lang, t }, releases }: { view: View; releases: readonly ReleaseState[] }): VNode {
  return (
    <>
      <h2>{t(PACKETS)}</h2>
      <p>{t(HINT)}</p>
      <DataTable
        lang={lang}
        caption={ASKED_FOR}
        rows={releases}
        rowKey={({ id }) => id}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          { key: 'session', header: SESSION, rowHeader: true, cell: ({ session }) => t(session) },
          { key: 'asked', header: ASKED, number: true, cell: ({ asked }) => number(asked, lang) },
          { key: 'complete', header: COMPLETE, number: true, cell: ({ complete }) => number(complete, lang) },
          { key: 'given', header: GIVEN, number: true, cell: ({ given }) => number(given, lang) },
          { key: 'key', header: KEY, cell: ({ openedAt }) => (openedAt ? instant(openedAt) : t(NOT_YET)) },
        ]}
      />
    </>
  );
}

const PACKETS: Text = { lv: 'Aizzīmogotās paciņas', en: 'Sealed packets' };
const HINT: Text = { lv: 'Skolēns var iepriekš saņemt savus rezultātus aizzīmogotus; tos atver atslēga, ko visiem izsniedz publicēšanas brīdī. No kuras dienas tās piedāvā un no kuras stundas izsniedz, nosaka parametri (0 dienas: nepiedāvā).', en: 'A pupil can receive their results sealed beforehand; the key that opens them is given to everybody at the instant of publication. From which day they are offered and from which hour given is set by parameters (0 days: not offered).' };
const ASKED_FOR: Text = { lv: 'Pieprasītās paciņas', en: 'Packets asked for' };
const SESSION: Text = { lv: 'Sesija', en: 'Session' };
const ASKED: Text = { lv: 'Pieprasīja skolēni', en: 'Pupils who asked' };
const COMPLETE: Text = { lv: 'No tiem visi rezultāti gatavi', en: 'Of them with all results ready' };
const GIVEN: Text = { lv: 'Saņēma', en: 'Received' };
const KEY: Text = { lv: 'Atslēga izsniegta', en: 'Key given' };
const NOT_YET: Text = { lv: 'vēl ne', en: 'not yet' };
const NONE: Text = { lv: 'Paciņu neviens vēl nav pieprasījis.', en: 'Nobody has asked for a packet yet.' };
const NONE_HINT: Text = { lv: 'Pieprasīt var, kad publicēšana ir apstiprināta un tuvojas.', en: 'It can be asked for once a publication is confirmed and near.' };
