import { countComplete, listConfirmed, type Publication, publicationOf, resultsOfPerson, stageOf } from '#modules/exams/public.js';
import { Forbidden } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import { readAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import { packetWindow } from '../domain/packet-window.js';
import { askersOf, countReleases, givenTo, type ReleaseCount } from '../store/packets.js';
import { NO_PERSON } from '../texts.js';
import { numbersNow } from './numbers.js';
import { contentsOf, examsOf, sessionOf } from './packet-of.js';
import { refuseElsewhere, SenderInput } from './sender.js';

/** A publication of which one may ask for a packet. */
export interface Offer extends Pick<Publication, 'year' | 'stage' | 'term'> {
  readonly session: Text;
  readonly opensAt: Date;
  readonly from: Date;
}

/** A publication that took place. */
export interface Published extends Pick<Publication, 'year' | 'stage' | 'term' | 'visibleFrom'> {
  readonly session: Text;
}

export interface OwnPackets {
  readonly personId: string;
  readonly name: string;
  readonly offers: readonly Offer[];
  /** Of the last days: publications of one's exams that packets can no longer be asked of, since they took place. */
  readonly published: readonly Published[];
  /** By the hash of each device's key: packets that were opened by now, and whether the register says something else today. */
  readonly opened: readonly { readonly device: string; readonly isOutdated: boolean }[];
}

/** What one may ask packets of, and whether those that one has still say what the register says. Before the instant it tells nothing of any result. */
export const readOwnPackets = readAction({
  name: 'portal.read-own-packets',
  title: { lv: 'Apskatīts, vai saņemama savu rezultātu aizzīmogotā paciņa', en: 'Looked at whether a sealed packet of own results can be had' },
  permission: SIGNED_IN,
  input: SenderInput,
  reasonNeeded: true,
  async run(context, sender): Promise<OwnPackets> {
    await refuseElsewhere(context, sender);
    const { tx, actor, now } = context;
    const { personId } = actor;
    if (personId === null) throw new Forbidden('no-person', NO_PERSON);
    const numbers = await numbersNow(context);
    const offers: Offer[] = [];
    const confirmed = await listConfirmed(tx, 12);
    for (const one of confirmed) {
      const window = packetWindow(one.visibleFrom, now, numbers);
      const { year, stage, term, visibleFrom } = one;
      if (window !== 'none' && (await examsOf(tx, personId, one)).length > 0) offers.push({ year, stage, term, session: sessionOf(one), opensAt: visibleFrom, from: window.from });
    }
    const opened: { device: string; isOutdated: boolean }[] = [];
    for (const { device, contentSha256, ...of } of await givenTo(tx, personId)) {
      const publication = await publicationOf(tx, of);
      if (!publication || publication.visibleFrom > now) continue;
      const { sha256 } = await contentsOf(context, personId, await examsOf(tx, personId, publication), publication.visibleFrom);
      opened.push({ device, isOutdated: sha256 !== contentSha256 });
    }
    const since = new Date(now.getTime() - PUBLISHED_DAYS * DAY_MS);
    const recent = confirmed.filter(({ visibleFrom }) => visibleFrom <= now && visibleFrom > since);
    const told = recent.length === 0 ? [] : await resultsOfPerson(tx, personId, now, since);
    const published = recent
      .filter(({ year, stage, term }) => told.some((one) => one.year === year && stageOf(one.level) === stage && one.term === term))
      .map(({ year, stage, term, visibleFrom }) => ({ year, stage, term, visibleFrom, session: sessionOf({ year, stage, term }) }));
    return { personId, name: actor.name, offers: offers.toReversed(), published, opened };
  },
  audit: ({ output }) => ({ subjects: [output.personId], facts: {} }),
});

/** For so long who comes late is told that the results are out. */
const PUBLISHED_DAYS = 14;
const DAY_MS = 86_400_000;

/** How far a release is: counts alone. */
export interface ReleaseState extends ReleaseCount {
  readonly session: Text;
  /** Of those who asked: how many wait for no result any more. */
  readonly complete: number;
}

/** Releases of which somebody asked for a packet, the latest first. Nobody is named. */
export const releaseStates = async (tx: Read): Promise<ReleaseState[]> =>
  Promise.all((await countReleases(tx)).map(async (one) => ({ ...one, session: sessionOf(one), complete: await countComplete(tx, one, await askersOf(tx, one.id)) })));
