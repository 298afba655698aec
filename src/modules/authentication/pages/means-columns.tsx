import { fill, type Text } from '#kernel/text.js';
import { instant } from '#ui/format.js';
import type { Column } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { Means } from '../actions/my-means.js';

type Passkey = Means['passkeys'][number];

/** What is shown of a passkey: never the key. */
export const meansColumns = ({ t }: View): Column<Passkey>[] => [
  { key: 'name', header: NAME, rowHeader: true, cell: (passkey) => (passkey.cameFromLogin === null ? passkey.name : t(fill(CAME_OVER, { name: passkey.name, login: passkey.cameFromLogin }))) },
  { key: 'kind', header: KIND, cell: (passkey) => t(passkey.synced ? SYNCED : SINGLE) },
  { key: 'added', header: ADDED, cell: (passkey) => instant(passkey.addedAt) },
  { key: 'used', header: USED, cell: (passkey) => (passkey.lastUsedAt ? instant(passkey.lastUsedAt) : '–') },
];

const NAME: Text = { lv: 'Nosaukums', en: 'Name' };
const CAME_OVER: Text = { lv: '{name} (no konta {login})', en: '{name} (from the account {login})' };
const KIND: Text = { lv: 'Glabājas', en: 'Kept' };
const SYNCED: Text = { lv: 'vairākās ierīcēs', en: 'on several devices' };
const SINGLE: Text = { lv: 'vienā ierīcē', en: 'on one device' };
const ADDED: Text = { lv: 'Pievienota', en: 'Added' };
const USED: Text = { lv: 'Pēdējoreiz lietota', en: 'Last used' };
