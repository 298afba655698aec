import { z } from 'zod';
import { instantsOf, publicationOf } from '#modules/exams/public.js';
import { NotFound } from '#kernel/errors.js';
import { type ActionContext, NOT_PERSONAL, readAction, type WriteContext, writeAction } from '#platform/actions/action.js';
import type { Installation } from '#platform/actions/installation.js';
import { ANYONE } from '#platform/actions/permission.js';
import { seal, unseal } from '#platform/secrets/sealed-box.js';
import { commitmentOf, RELEASE_KEY_BYTES } from '../domain/packet.js';
import { eventsOfRelease, findRelease, findReleaseOf, holdRelease, insertRelease, markOpened, type OfTerm, type Release, shareRelease } from '../store/packets.js';
import { NO_SUCH_RELEASE } from '../texts.js';
import { keptFor } from './kept-for.js';
import { numbersNow } from './numbers.js';

const Id = z.object({ id: z.uuid() });
const boxKey = (installation: Installation): Buffer => installation.keyFor('release keys of sealed packets');

/** Whether everybody may have the key already. Where clocks are moved for a demonstration, what was opened later than now was not yet; in production no clock takes a key back. */
export const isOpened = ({ openedAt }: Release, { now, installation }: Pick<ActionContext, 'now' | 'installation'>): boolean => openedAt !== null && (installation.production || openedAt <= now);

/**
 * From when the key may be given: the instant of its term, and of every event that a packet tells of. An event whose own publication was moved later holds the key of
 * all packets back; what has no instant holds it for good.
 */
export async function dueFrom(context: Pick<ActionContext, 'tx' | 'now' | 'installation'>, release: Release): Promise<Date | null> {
  const { tx } = context;
  if (isOpened(release, context)) return release.openedAt;
  const publication = await publicationOf(tx, release);
  const events = await eventsOfRelease(tx, release.id);
  const instants = await instantsOf(tx, events);
  if (!publication || instants.length < events.length) return null;
  return new Date(Math.max(publication.visibleFrom.getTime(), ...instants.map((one) => one.getTime())));
}

/** Asked by everybody who counts down: read once a second, whoever asks. */
const instants = keptFor(1_000, async () => new Map<string, Promise<{ readonly isKnown: boolean; readonly from: Date | null }>>());

/** From when the key of a release can be had. Looks only: as often as one asks, nothing is given before the instant. */
export const readKeyDue = readAction({
  name: 'portal.read-key-due',
  title: { lv: 'Jautāts, vai atslēga jau izsniedzama', en: 'Asked whether a release key can be had' },
  permission: ANYONE,
  input: Id,
  audit: NOT_PERSONAL,
  async run(context, { id }) {
    const known = await instants(context);
    const asked = known.get(id) ?? findRelease(context.tx, id).then(async (release) => ({ isKnown: release !== undefined, from: release ? await dueFrom(context, release) : null }));
    known.set(id, asked);
    asked.catch(() => known.delete(id));
    return { ...(await asked), now: context.now, spreadSeconds: (await numbersNow(context))['key-spread-seconds'] };
  },
});

/** Opens a release: from now on everybody has its key. Asked of the database that decides, never of a copy that may lag behind. @throws NotFound while it is not due */
export const openRelease = writeAction({
  name: 'portal.open-release',
  title: { lv: 'Izsniegta aizzīmogoto paciņu atslēga', en: 'Key of the sealed packets given' },
  permission: ANYONE,
  input: Id,
  async run(context, { id }) {
    const { tx, now, installation } = context;
    const release = await holdRelease(tx, id);
    const from = release && (await dueFrom(context, release));
    if (!release || !from || from > now) throw new NotFound('no-such-release', NO_SUCH_RELEASE);
    await markOpened(tx, id, now);
    return { ...release, key: keyIn(release, installation) };
  },
  audit: ({ output: { year, stage, term } }) => ({ facts: { year, stage, term } }),
});

/** The key of a term, made when it is needed first; held so that nobody opens it before this transaction is through. */
export async function releaseFor({ tx, now, installation }: Pick<WriteContext, 'tx' | 'now' | 'installation'>, of: OfTerm): Promise<{ readonly release: Release; readonly key: Uint8Array<ArrayBuffer> }> {
  if (!(await findReleaseOf(tx, of))) {
    const made = crypto.getRandomValues(new Uint8Array(RELEASE_KEY_BYTES));
    await insertRelease(tx, of, { sealedKey: seal(boxKey(installation), Buffer.from(made).toString('base64url')), commitment: await commitmentOf(made) }, now);
  }
  const release = await shareRelease(tx, of);
  return { release, key: Uint8Array.from(Buffer.from(keyIn(release, installation), 'base64url')) };
}

const keyIn = ({ sealedKey }: Release, installation: Installation): string => unseal(boxKey(installation), sealedKey);
