import { z } from 'zod';
import { invalid, NotFound } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { targetOf } from '../domain/old-address.js';
import { manageProvider } from '../permissions.js';
import { deleteOldAddress, findOldAddresses, insertOldAddress, listOldAddresses, type OldAddressRow } from '../store/old-addresses.js';
import { NO_SUCH_OLD_ADDRESS, NOT_A_PATH, SURE_OF_LASTING } from '../texts.js';

export type { OldAddressRow };

export const readOldAddresses = readAction({
  name: 'apps.read-old-addresses',
  title: { lv: 'Apskatītas veco portālu adreses', en: 'Addresses of old portals looked at' },
  permission: manageProvider,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: ({ tx }) => listOldAddresses(tx),
});

const Path = z.string().trim().max(500);
const IS_PATH = /^\/(?![/\\])[^\s\\]*$/;

export const addOldAddress = writeAction({
  name: 'apps.add-old-address',
  title: { lv: 'Pievienota veca portāla adrese', en: 'Address of an old portal added' },
  permission: manageProvider,
  asksFreshProof: true,
  input: z.object({
    host: z.string().trim().toLowerCase().max(200).regex(/^([a-z0-9.-]+)?$/).default(''),
    path: Path,
    target: Path,
    withAllBelow: z.string().default('').transform((word) => word === 'yes'),
    lasting: z.enum(['yes', 'no']).default('no').transform((word) => word === 'yes'),
    /** Whoever makes an address lasting has seen that it cannot be taken back. */
    sure: z.union([z.string(), z.array(z.string())]).default('').transform((word) => word.includes('yes')),
    note: z.string().trim().max(500).default(''),
  }),
  async run({ tx, actor, now }, { sure, ...address }) {
    for (const name of ['path', 'target'] as const) if (!IS_PATH.test(address[name])) throw invalid(name, NOT_A_PATH);
    if (address.lasting && !sure) throw invalid('sure', SURE_OF_LASTING);
    await insertOldAddress(tx, address, actor.id!, now);
  },
  audit: ({ input: { sure: _, ...address } }) => ({ facts: address }),
});

export const removeOldAddress = writeAction({
  name: 'apps.remove-old-address',
  title: { lv: 'Izņemta veca portāla adrese', en: 'Address of an old portal taken out' },
  permission: manageProvider,
  asksFreshProof: true,
  input: z.object({ id: z.uuid() }),
  async run({ tx }, { id }) {
    const removed = await deleteOldAddress(tx, id);
    if (!removed) throw new NotFound('no-such-old-address', NO_SUCH_OLD_ADDRESS);
    return removed;
  },
  audit: ({ output }) => ({ facts: { ...output } }),
});

/** Where an address that we do not have leads now, if it was one of an old portal. */
export const findNewAddress = readAction({
  name: 'apps.find-new-address',
  title: { lv: 'Meklēta vecās adreses jaunā vieta', en: 'Looked up where an old address leads' },
  permission: ANYONE,
  input: z.object({ host: z.string(), path: z.string(), search: z.string() }),
  audit: NOT_PERSONAL,
  run: async ({ tx }, { host, path, search }) => targetOf(await findOldAddresses(tx, host, path), host, path, search),
});
