/** A class as the e-journal keeps it, taken over from Vienkopus by OneRoster 1.2. */
export interface RosterClass {
  readonly title: string;
  readonly grade: number;
  readonly subjects: readonly { readonly id: number; readonly name: string }[];
  readonly pupils: readonly RosterPupil[];
}

export interface RosterPupil {
  readonly code: string;
  readonly family: string;
  readonly given: string;
}

/** Asks an address of Vienkopus with the journal's token. @throws Error with the status where it refuses */
export type Ask = (path: string) => Promise<{ body: Readonly<Record<string, unknown>>; total: number }>;

const ROOT = '/ims/oneroster/rostering/v1p2';
const PAGE = 500;

interface OrgJson {
  readonly sourcedId: string;
  readonly identifier?: string;
}
interface ClassJson {
  readonly sourcedId: string;
  readonly title: string;
  readonly classType: string;
  readonly grades?: readonly string[];
  readonly subjects?: readonly string[];
  readonly subjectCodes?: readonly string[];
  readonly terms?: readonly { readonly sourcedId: string }[];
}
interface UserJson {
  readonly givenName: string;
  readonly familyName: string;
  readonly userIds?: readonly { readonly type: string; readonly identifier: string }[];
}

/** The classes of a school in a school year with their pupils and subjects. */
export async function readRoster(ask: Ask, regNr: string, year: number): Promise<readonly RosterClass[]> {
  const schools = await all<OrgJson>(ask, `${ROOT}/schools`, 'orgs');
  const school = schools.find(({ identifier }) => identifier === regNr);
  if (!school) throw new Error(`skola ${regNr} nav apstiprinājusi šo žurnālu / the school has not confirmed this journal`);
  const classes = (await all<ClassJson>(ask, `${ROOT}/schools/${school.sourcedId}/classes`, 'classes')).filter(({ terms = [] }) => terms.some(({ sourcedId }) => sourcedId.startsWith(`${year}-`)));
  const roster: RosterClass[] = [];
  for (const one of classes.filter(({ classType, grades = [] }) => classType === 'homeroom' && Number(grades[0]) > 0)) {
    const pupils = await all<UserJson>(ask, `${ROOT}/classes/${one.sourcedId}/students`, 'users');
    const taught = classes.filter(({ classType, sourcedId }) => classType === 'scheduled' && sourcedId.startsWith(`${one.sourcedId}.`));
    roster.push({
      title: one.title,
      grade: Number(one.grades![0]),
      subjects: taught.map(({ subjects = [], subjectCodes = [] }) => ({ id: Number(subjectCodes[0]), name: subjects[0] ?? '' })),
      pupils: pupils.flatMap(({ givenName: given, familyName: family, userIds = [] }) => userIds.filter(({ type }) => type === 'personasKods').map(({ identifier: code }) => ({ code, family, given }))),
    });
  }
  return roster.sort((a, b) => a.grade - b.grade || a.title.localeCompare(b.title, 'lv'));
}

async function all<One>(ask: Ask, path: string, name: string): Promise<One[]> {
  const found: One[] = [];
  for (;;) {
    const { body, total } = await ask(`${path}?limit=${PAGE}&offset=${found.length}`);
    const page = (body[name] ?? []) as One[];
    found.push(...page);
    if (page.length === 0 || found.length >= total) return found;
  }
}
