import type { VNode } from 'preact';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { holdsOn } from '#kernel/period.js';
import { readablePersonCode } from '#kernel/person-code.js';
import { fill, type Text } from '#kernel/text.js';
import { SummaryList } from '#ui/summary-list.js';
import type { View } from '#web/view.js';
import type { OfficialCard } from '../../actions/view-card.js';
import { Address, Guardianship, wholeName } from '../card-sections.js';
import { WORDS } from '../words.js';

/** What the register held of somebody on an earlier day, the home also on the chosen map. */
export function AsOfDay({ view, card }: { view: View; card: OfficialCard }): VNode {
  const { t, lang } = view;
  const { on, edition, homeOnMap } = card.seen;
  const name = rowOf(card.names, on);
  const code = rowOf(card.codes, on);
  const home = rowOf(card.addresses, on);
  const guardianships = card.guardianships.filter((row) => holdsOn(periodOf(row), on));
  return (
    <section>
      <h2>{t(fill(AS_OF, { day: readableDay(on) }))}</h2>
      <SummaryList
        lang={lang}
        items={[
          { key: WORDS.name, value: name ? wholeName(name) : t(WORDS.unknown) },
          { key: WORDS.code, value: code ? readablePersonCode(code.code) : t(WORDS.unknown) },
          { key: WORDS.home, value: home ? <Address row={home} /> : t(NONE) },
          ...(home ? [{ key: fill(ON_MAP, { edition: readableDay(edition) }), value: homeOnMap ?? t(WORDS.undecided) }] : []),
          ...guardianships.map((row) => ({ key: WORDS.guardianship, value: <Guardianship view={view} row={row} personId={card.person.id} /> })),
        ]}
      />
    </section>
  );
}

interface Kept {
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}
const periodOf = ({ validFrom, validTo }: Kept) => ({ from: validFrom, to: validTo });
const rowOf = <Row extends Kept>(rows: readonly Row[], on: IsoDate): Row | undefined => rows.find((row) => holdsOn(periodOf(row), on));

const AS_OF: Text = { lv: 'Kā reģistrā bija {day}', en: 'As the register stood on {day}' };
const ON_MAP: Text = { lv: 'Pašvaldība kartē no {edition}', en: 'Municipality on the map from {edition}' };
const NONE: Text = { lv: 'Nebija deklarēta', en: 'None was declared' };
