import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { hrefOfRoom } from '#platform/actions/room.js';
import type { RoomGroup } from '#platform/actions/rooms.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { View } from '#web/view.js';

/** Whatever one may open, also what one seldom needs. */
export const RoomsPage = ({ view: { t, lang, frame }, groups }: { view: View; groups: readonly RoomGroup[] }): VNode => (
  <Page {...frame} title={t(WORDS.title)}>
    <h1>{t(WORDS.title)}</h1>
    <Lead>{t(WORDS.lead)}</Lead>
    {groups.map(({ section, title, rooms }) => (
      <section key={section}>
        <h2>{t(title)}</h2>
        <ul class="rooms">
          {rooms.map((room) => (
            <li key={room.href}>
              <a href={hrefOfRoom(room, lang)}>{t(room.text)}</a>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </Page>
);

const WORDS = {
  title: { lv: 'Visas sadaļas', en: 'All sections' },
  lead: {
    lv: 'Viss, ko jūsu tiesības ļauj atvērt. Izvēlnē ir biežāk vajadzīgais; secība tur un šeit ir viena.',
    en: 'Everything that your rights let you open. The menu has what is needed most; the order there and here is the same.',
  },
} as const satisfies Record<string, Text>;
