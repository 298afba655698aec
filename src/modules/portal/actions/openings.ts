import { isIP } from 'node:net';
import { z } from 'zod';
import { Conflict, Forbidden, invalid, NotFound } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { scopeOf } from '#platform/actions/permission.js';
import { plainAddress } from '#platform/http/plain-address.js';
import { keepPortal } from '../permissions.js';
import { endOpening, findOpening, insertOpening, listOpenings, type OpeningRow } from '../store/openings.js';
import { ENDED_ALREADY, FOR_THE_COUNTRY, IN_THE_PAST, NO_SUCH_OPENING, NOT_AN_ADDRESS, NOT_A_PLACE, OPEN_ALREADY } from '../texts.js';
import { releaseStates } from './read-packets.js';
import { countryTableOf, isThisMachine, openingsNow, opensThisMachine, standingOf } from './sender.js';

export type { OpeningRow };

const LOOKED = { lv: 'Apskatīts, no kurienes atverams rezultātu portāls', en: 'Looked at from where the results portal opens' };

/** What is open from where, by which table countries are told, and how many asked for sealed packets. */
export const readOpenings = readAction({
  name: 'portal.read-openings',
  title: LOOKED,
  permission: keepPortal,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ tx, installation }) => {
    const { asOf, kind } = countryTableOf(installation);
    const openings = (await listOpenings(tx)).map((one) => ({ ...one, counts: one.network === null || !isThisMachine(one.network) || opensThisMachine(installation) }));
    return { openings, table: { asOf, kind }, releases: await releaseStates(tx) };
  },
});

/** How one address is judged: for who answers the telephone on results day. The address is kept nowhere. */
export const tryAddress = readAction({
  name: 'portal.try-address',
  title: LOOKED,
  permission: keepPortal,
  input: z.object({ address: z.string().trim().min(1, { abort: true }).max(60) }),
  audit: NOT_PERSONAL,
  async run(context, { address: written }) {
    const address = plainAddress(written);
    if (address === null) throw invalid('address', NOT_AN_ADDRESS);
    return { address, standing: await standingOf(context, { address, hidden: false }) };
  },
});

/** A country by its two letters, or a network; a single address is a network too. */
function placeOf(written: string): { country: string; network: null } | { country: null; network: string } {
  if (/^[a-z]{2}$/i.test(written)) return { country: written.toUpperCase(), network: null };
  const [, address = '', length] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(written) ?? [];
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  const bits = length === undefined ? most : Number(length);
  // A network so wide would be half the world by a slip of the pen.
  if (most < 0 || bits > most || bits < (most === 32 ? 8 : 16)) throw invalid('place', NOT_A_PLACE);
  return { country: null, network: `${address}/${bits}` };
}

export const openPlace = writeAction({
  name: 'portal.open-place',
  title: { lv: 'Rezultātu portālam pievienota piekļuves vieta', en: 'Place added from which the results portal opens' },
  permission: keepPortal,
  input: z.object({ place: z.string().trim().min(1, { abort: true }).max(50), from: IsoDateInput, basis: z.string().trim().min(1, { abort: true }).min(3).max(300) }),
  async run(context, { place, from, basis }) {
    const { tx, actor, now, today, installation } = context;
    refuseUnlessForAll(context);
    const { country, network } = placeOf(place);
    if (from < today) throw invalid('from', IN_THE_PAST);
    const known = (await listOpenings(tx)).some((one) => (country ? one.country === country : one.network === network) && (one.validTo === null || one.validTo > from));
    if (known) throw invalid('place', OPEN_ALREADY);
    await insertOpening(tx, { country, network, basis, from }, actor.id ?? actor.name, now);
    openingsNow.forget(installation);
  },
  audit: ({ input }) => ({ facts: { place: input.place, from: input.from, basis: input.basis } }),
});

export const readOpening = readAction({
  name: 'portal.read-opening',
  title: LOOKED,
  permission: keepPortal,
  input: z.object({ id: z.uuid() }),
  audit: NOT_PERSONAL,
  async run({ tx }, { id }) {
    const opening = await findOpening(tx, id);
    if (!opening) throw new NotFound('no-such-opening', NO_SUCH_OPENING);
    return opening;
  },
});

export const closePlace = writeAction({
  name: 'portal.close-place',
  title: { lv: 'Rezultātu portālam izbeigta piekļuves vieta', en: 'Place ended from which the results portal opens' },
  permission: keepPortal,
  input: z.object({ id: z.uuid(), from: IsoDateInput }),
  async run(context, { id, from }) {
    const { tx, actor, now, today, installation } = context;
    refuseUnlessForAll(context);
    const opening = await findOpening(tx, id);
    if (!opening) throw new NotFound('no-such-opening', NO_SUCH_OPENING);
    if (from < today) throw invalid('from', IN_THE_PAST);
    if ((await endOpening(tx, id, from, actor.id ?? actor.name, now)) === 0) throw new Conflict('opening-ended', ENDED_ALREADY);
    openingsNow.forget(installation);
    return opening;
  },
  audit: ({ input, output }) => ({ facts: { place: output.country ?? output.network ?? '', from: input.from } }),
});

function refuseUnlessForAll({ actor }: Pick<ActionContext, 'actor'>): void {
  if (!scopeOf(actor, keepPortal).everywhere) throw new Forbidden('portal-is-set-for-all', FOR_THE_COUNTRY);
}
