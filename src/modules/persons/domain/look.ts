import { fill, same, type Text } from '#kernel/text.js';

/** An entry about a person in words the person understands. */
export interface Look {
  readonly id: string;
  readonly at: Date;
  /** Institution or municipality for which it was done. */
  readonly organisation: Text;
  readonly role: Text | null;
  /** Name of the action, by which its words are found. */
  readonly action: string;
  /** Why it was done; where nobody had to say, by what it was allowed. */
  readonly reason: Text;
  readonly caseReference: string | null;
  /** Whether the one who looks did it. */
  readonly own: boolean;
}

/** A right as the people concerned read it. */
interface Right {
  readonly name: string;
  readonly title: Text;
}

interface Entry {
  readonly id: string;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actingRole: string | null;
  readonly actingOrganisation: string | null;
  readonly action: string;
  readonly reason: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * Organisations and roles are shown, names of officials are not: the institution answers for its people.
 * @param roleWords the role that the log names in Latvian, in both languages.
 * @param reasonWords a logged reason in words; one that somebody typed stays as it is.
 * @param rightOf the right that an action needs: what it was allowed by where nobody had to give a reason.
 */
export function lookOf(entry: Entry, viewerId: string | null, roleWords: (written: string) => Text = same, reasonWords: (written: string) => Text = same, rightOf: (action: string) => Right | undefined = () => undefined): Look {
  const own = entry.actorKind === 'user' && entry.actorId === viewerId && entry.actingOrganisation === null;
  const caseReference = entry.facts['case'];
  return {
    id: entry.id,
    at: entry.at,
    organisation: own ? YOURSELF : entry.actingOrganisation ? organisationOf(entry.actingOrganisation) : WITHOUT_ORGANISATION[entry.actorKind] ?? UNKNOWN,
    role: entry.actingRole ? roleWords(entry.actingRole) : null,
    action: entry.action,
    reason: entry.reason ? reasonWords(entry.reason) : reasonUnsaid(entry, own, rightOf(entry.action)),
    caseReference: typeof caseReference === 'string' ? caseReference : null,
    own,
  };
}

/** Why something was done of which nobody had to say why. */
function reasonUnsaid({ actorKind }: Entry, own: boolean, right: Right | undefined): Text {
  if (own) return IN_OWN_ACCOUNT;
  if (actorKind === 'system') return BY_ITSELF;
  if (!right) return NOT_ASKED;
  return HELD_BY_ALL.has(right.name) ? IN_THEIR_ACCOUNT : fill(BY_RIGHT, { lv: right.title.lv, en: right.title.en });
}

/** Who it was, in words: the institution and the role, or a role that holds everywhere and belongs to no institution. */
export function whoIn({ organisation, role }: Pick<Look, 'organisation' | 'role'>): Text {
  if (!role) return organisation;
  return fill(organisation.lv === WHOLE_COUNTRY.lv ? ROLE_EVERYWHERE : ROLE_AT, { lv: role.lv, en: role.en, organisationLv: organisation.lv, organisationEn: organisation.en });
}

const organisationOf = (written: string): Text => (written === WHOLE_COUNTRY.lv ? WHOLE_COUNTRY : same(written));

/** As the log names the place of rights that hold everywhere. */
const WHOLE_COUNTRY: Text = { lv: 'Latvija', en: 'Latvia' };
const ROLE_EVERYWHERE: Text = { lv: '{lv} (visa valsts)', en: '{en} (whole country)' };
const ROLE_AT: Text = { lv: '{organisationLv}, {lv}', en: '{organisationEn}, {en}' };
const YOURSELF: Text = { lv: 'Jūs', en: 'You' };
const IN_OWN_ACCOUNT: Text = { lv: 'Jūs savā kontā', en: 'You, in your own account' };
const IN_THEIR_ACCOUNT: Text = { lv: 'Savā kontā, kā pārstāvis vai par sevi', en: 'In their own account, as a representative or for themselves' };
const BY_ITSELF: Text = { lv: 'Automātisks solis pēc saņemtiem datiem vai pieņemta lēmuma', en: 'A step taken by the program after data came or a decision was made' };
const BY_RIGHT: Text = { lv: 'Pēc tiesībām: {lv}', en: 'By the right: {en}' };
const NOT_ASKED: Text = { lv: 'Iemesls toreiz netika prasīts', en: 'No reason was asked for then' };
/** Rights of everybody, which explain nothing. */
const HELD_BY_ALL: ReadonlySet<string> = new Set(['anyone', 'signed-in']);
const UNKNOWN: Text = { lv: 'Nav norādīta', en: 'Not stated' };
const WITHOUT_ORGANISATION: Readonly<Record<string, Text>> = {
  system: { lv: 'Sistēma automātiski', en: 'The system by itself' },
  machine: { lv: 'Cita informācijas sistēma', en: 'Another information system' },
  user: { lv: 'Lietotājs bez iestādes', en: 'A user without an institution' },
};
