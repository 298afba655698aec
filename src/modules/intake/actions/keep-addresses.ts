import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid, NotFound } from '#kernel/errors.js';
import { addDays, type IsoDate, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { NOT_PERSONAL, readAction, type WriteContext, writeAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { postMail } from '#platform/mail/post-mail.js';
import { moveOf } from '../domain/moved-address.js';
import { keepJournals } from '../permissions.js';
import { insertMoved, listMoved, listOldUse, type MovedAddress, type OldUse, setAnswersUntil } from '../store/journal-calls.js';
import { listContactAddresses } from '../store/journals.js';
import { NEW_ADDRESS_IS_OLD, NEW_ADDRESS_SHAPE, NO_SUCH_ADDRESS, NOTICE_TOO_SHORT, OLD_ADDRESS_SHAPE } from '../texts/journals.js';
import { LATELY_DAYS } from './keep-journals.js';

export type { MovedAddress, OldUse };

export interface AddressBoard {
  readonly moved: readonly MovedAddress[];
  readonly uses: readonly OldUse[];
  readonly days: number;
}

/** Old addresses, and who still calls them. */
export const readAddresses = readAction({
  name: 'intake.list-moved-addresses',
  title: { lv: 'Apskatītas e-žurnālu vecās adreses un to lietotāji', en: 'Old addresses for e-journals and their users looked at' },
  permission: keepJournals,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ tx, today }): Promise<AddressBoard> => ({ moved: await listMoved(tx), uses: await listOldUse(tx, addDays(today, -LATELY_DAYS)), days: LATELY_DAYS }),
});

export const readAddress = readAction({
  name: 'intake.read-moved-address',
  title: { lv: 'Apskatīta pārcelta adrese', en: 'Address that moved looked at' },
  permission: keepJournals,
  input: z.object({ id: z.uuid() }),
  audit: NOT_PERSONAL,
  async run({ tx }, { id }): Promise<MovedAddress> {
    const move = (await listMoved(tx)).find((one) => one.id === id);
    if (!move) throw new NotFound('no-such-address', NO_SUCH_ADDRESS);
    return move;
  },
});

/** What the header of every answer from an old address leads to. */
export const readMoved = readAction({
  name: 'intake.read-moved-addresses',
  title: { lv: 'Apskatītas pārceltās adreses', en: 'Addresses that moved looked at' },
  permission: ANYONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: ({ tx }): Promise<MovedAddress[]> => listMoved(tx),
});

/** So long an old address answers at least, from the day its end is announced. */
const NOTICE_DAYS = 90;

/** Announces that an address moves: the old one goes on answering, and every registered technical contact gets a letter. */
export const announceMove = writeAction({
  name: 'intake.announce-moved-address',
  title: { lv: 'Izziņota adreses pārcelšana', en: 'Move of an address announced' },
  permission: keepJournals,
  input: z.object({ oldPath: z.string().trim(), newPath: z.string().trim(), deprecatedFrom: IsoDateInput, answersUntil: emptyAsNull(IsoDateInput) }),
  async run(context, move) {
    const { tx, today, actor, now } = context;
    if (!/^\/api\/[a-z0-9/_-]+[a-z0-9]$/.test(move.oldPath)) throw invalid('oldPath', OLD_ADDRESS_SHAPE);
    if (!/^\/(api|ims)\/[a-z0-9/_-]+[a-z0-9]$/.test(move.newPath)) throw invalid('newPath', NEW_ADDRESS_SHAPE);
    if (moveOf(move.newPath, await listMoved(tx))) throw invalid('newPath', NEW_ADDRESS_IS_OLD);
    refuseShortNotice(move.answersUntil, today);
    await insertMoved(tx, move, actor.id!, now);
    return { told: await tellContacts(context, move) };
  },
  audit: ({ input, output }) => ({ facts: { ...input, told: output.told } }),
});

/** Announces until when an old address answers, or that it goes on without an end. */
export const announceEnd = writeAction({
  name: 'intake.announce-end-of-address',
  title: { lv: 'Izziņots vecas adreses beigu datums', en: 'End of an old address announced' },
  permission: keepJournals,
  input: z.object({ id: z.uuid(), answersUntil: emptyAsNull(IsoDateInput) }),
  async run(context, { id, answersUntil }) {
    refuseShortNotice(answersUntil, context.today);
    const move = await setAnswersUntil(context.tx, id, answersUntil);
    if (!move) throw new NotFound('no-such-address', NO_SUCH_ADDRESS);
    return { told: await tellContacts(context, move) };
  },
  audit: ({ input, output }) => ({ facts: { address: input.id, answersUntil: input.answersUntil, told: output.told } }),
});

function refuseShortNotice(until: IsoDate | null, today: IsoDate): void {
  if (until !== null && until < addDays(today, NOTICE_DAYS)) throw invalid('answersUntil', NOTICE_TOO_SHORT);
}

async function tellContacts(context: WriteContext, move: Omit<MovedAddress, 'id'>): Promise<number> {
  const addresses = await listContactAddresses(context.tx);
  const words = fill(LETTER, {
    old: move.oldPath,
    new: move.newPath,
    from: readableDay(move.deprecatedFrom),
    lvEnd: move.answersUntil ? `atbildēs līdz ${readableDay(addDays(move.answersUntil, -1))} (ieskaitot)` : 'atbildēs arī turpmāk, kamēr nav izziņotas beigas',
    enEnd: move.answersUntil ? `answers up to and including ${readableDay(addDays(move.answersUntil, -1))}` : 'goes on answering until an end is announced',
    page: new URL('/intake/moved', context.installation.publicUrl).href,
  });
  for (const to of addresses) await postMail(context, { to, subject: `${SUBJECT.lv} / ${SUBJECT.en}`, body: `${words.lv}\n\n${words.en}` });
  return addresses.length;
}

const SUBJECT: Text = { lv: 'Vienkopus: mainās e-žurnālu adrese', en: 'Vienkopus: an address for e-journals moves' };
const LETTER: Text = {
  lv: 'No {from} adrese {old} ir novecojusi. Jaunā adrese: {new}. Vecā {lvEnd}; līguma saturs nemainās.\nPārceltās adreses: {page}',
  en: 'From {from} the address {old} is old. The new address: {new}. The old one {enEnd}; nothing else of the contract changes.\nAddresses that moved: {page}',
};
