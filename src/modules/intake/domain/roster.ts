import { nameKey, type SchoolBook } from '#modules/education/public.js';
import { monthEnd, monthStart, type Period } from '#modules/marks/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { once } from './once.js';

type BookClass = SchoolBook['classes'][number];

/** Where a learner was: one class of the year, for some days of one membership. */
interface Stay {
  readonly membershipId: string;
  readonly programmeCode: string;
  readonly isMain: boolean;
  readonly in: BookClass;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** Where a learner was when something was assessed, and what holds there. */
export interface Place {
  readonly membershipId: string;
  readonly in: BookClass;
  readonly day: IsoDate;
  readonly isLicensed: boolean;
  /** The membership has ended since: the learner has moved on. */
  readonly hasLeft: boolean;
}

export interface Learner {
  readonly personId: string;
  readonly familyKeys: ReadonlySet<string>;
  readonly memberships: readonly { readonly from: IsoDate; readonly to: IsoDate | null }[];
  readonly stays: readonly Stay[];
  readonly exemptions: readonly { readonly subjectId: number; readonly from: IsoDate; readonly to: IsoDate | null }[];
  /** What was asked before: a learner's rows ask the same a dozen times. */
  readonly places: Map<string, Place | null>;
}

/** The learners of an institution's year as rows name them. */
export interface Roster {
  /** Those who have a code or number, whatever is between its characters; several only where numbers are that alike. */
  find(pupil: string): readonly Learner[];
  /** Where a learner was when a period was assessed: on the day of the decision, else on the period's last day. */
  assessed(learner: Learner, period: string, decidedOn: IsoDate | null): Place | null;
  /** Where a learner was last within a period: who left in the middle was absent in it too. */
  present(learner: Learner, period: string): Place | null;
}

const holds = (from: IsoDate, to: IsoDate | null, day: IsoDate): boolean => from <= day && (to === null || to > day);

const codeKey = (code: string): string => code.replaceAll(/[\s\-\u2010-\u2015\u2212]/g, '').toUpperCase();

export function rosterOf(book: SchoolBook, today: IsoDate): Roster {
  const { days, licences } = book;
  const year = days.year;
  const learners = learnersOf(book);
  const isLicensed = (programmeCode: string, day: IsoDate) => licences.some((one) => one.programmeCode === programmeCode && holds(one.validFrom, one.validTo, day));
  const placeOf = (learner: Learner, stay: Stay | undefined, day: IsoDate | null): Place | null =>
    stay && day
      ? { membershipId: stay.membershipId, in: stay.in, day, isLicensed: isLicensed(stay.programmeCode, day), hasLeft: learner.memberships.every(({ to }) => to !== null && to <= today) }
      : null;

  const lastDayIn = (one: BookClass, period: string): IsoDate | null => (period === 'S1' ? days.firstSemesterEndsOn : one.endsOn);
  const spanOf = (one: BookClass, period: string): readonly [IsoDate, IsoDate] => {
    if (period.startsWith('M')) return [monthStart(year, period as Period), monthEnd(year, period as Period)];
    const from = period === 'S2' ? days.secondSemesterStartsOn : days.startsOn;
    return [from, period === 'S1' ? days.firstSemesterEndsOn : (one.endsOn ?? monthEnd(year, 'M08'))];
  };

  function placeAssessed(learner: Learner, period: string, decidedOn: IsoDate | null): Place | null {
    const dayIn = (stay: Stay) => decidedOn ?? lastDayIn(stay.in, period);
    const stay = learner.stays.find((one) => {
      const day = dayIn(one);
      return day !== null && holds(one.from, one.to, day);
    });
    return placeOf(learner, stay, stay ? dayIn(stay) : null);
  }

  function placePresent(learner: Learner, period: string): Place | null {
    const stay = learner.stays.find((one) => {
      const [first, last] = spanOf(one.in, period);
      return one.from <= last && (one.to === null || one.to > first);
    });
    return placeOf(learner, stay, stay ? spanOf(stay.in, period)[1] : null);
  }

  return {
    // A dozen rows are of the same pupil, written alike, and ask the same of where they were.
    find: once((pupil) => learners.get(codeKey(pupil)) ?? []),
    assessed(learner, period, decidedOn) {
      const key = decidedOn ? `${period}|${decidedOn}` : period;
      const before = learner.places.get(key);
      return before === undefined ? remember(learner, key, placeAssessed(learner, period, decidedOn)) : before;
    },
    present(learner, period) {
      const key = `${period}|within`;
      const before = learner.places.get(key);
      return before === undefined ? remember(learner, key, placePresent(learner, period)) : before;
    },
  };
}

function remember({ places }: Learner, key: string, place: Place | null): Place | null {
  places.set(key, place);
  return place;
}

/** Learners by every code and number they have. */
function learnersOf({ memberships, knownAs, numbers, classes, placements, exemptions }: SchoolBook): Map<string, Learner[]> {
  const classById = new Map(classes.map((one) => [one.id, one]));
  const membershipById = new Map(memberships.map((one) => [one.id, one]));
  const exempt = Map.groupBy(exemptions, ({ personId }) => personId);
  const placed = Map.groupBy(placements, ({ personId }) => personId);
  const members = Map.groupBy(memberships, ({ personId }) => personId);
  const byKey = new Map<string, Learner[]>();
  const put = (code: string, learner: Learner) => byKey.set(codeKey(code), [...(byKey.get(codeKey(code)) ?? []).filter((one) => one !== learner), learner]);
  const byId = new Map<string, Learner>();
  for (const { personId, codes, families } of knownAs) {
    const stays = (placed.get(personId) ?? []).flatMap(({ membershipId, classId, validFrom: from, validTo: to }) => {
      const [membership, one] = [membershipById.get(membershipId), classById.get(classId)];
      return membership && one ? [{ membershipId, programmeCode: membership.programmeCode, isMain: membership.isMain, in: one, from, to }] : [];
    });
    const learner: Learner = {
      personId, familyKeys: new Set(families.map(nameKey)),
      memberships: (members.get(personId) ?? []).map(({ validFrom: from, validTo: to }) => ({ from, to })),
      stays: stays.sort(classesFirst),
      exemptions: (exempt.get(personId) ?? []).map(({ subjectId, validFrom: from, validTo: to }) => ({ subjectId, from, to })),
      places: new Map(),
    };
    byId.set(personId, learner);
    for (const code of codes) put(code, learner);
  }
  for (const { personId, number } of numbers) {
    const learner = byId.get(personId);
    if (learner) put(number, learner);
  }
  return byKey;
}

const isClass = ({ in: { kind } }: Stay): boolean => kind === 'class' || kind === 'special';

/** Classes go before groups, the main membership before others, the latest days before earlier ones. */
const classesFirst = (a: Stay, b: Stay): number =>
  Number(isClass(b)) - Number(isClass(a)) || Number(b.isMain) - Number(a.isMain) || (a.from < b.from ? 1 : -1);

export const isExempt = ({ exemptions }: Learner, subjectId: number, day: IsoDate): boolean => exemptions.some((one) => one.subjectId === subjectId && holds(one.from, one.to, day));
