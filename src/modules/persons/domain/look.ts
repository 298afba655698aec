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
  readonly reason: Text | null;
  readonly caseReference: string | null;
  /** Whether the one who looks did it. */
  readonly own: boolean;
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
 */
export function lookOf(entry: Entry, viewerId: string | null, roleWords: (written: string) => Text = same, reasonWords: (written: string) => Text = same): Look {
  const own = entry.actorKind === 'user' && entry.actorId === viewerId && entry.actingOrganisation === null;
  const caseReference = entry.facts['case'];
  return {
    id: entry.id,
    at: entry.at,
    organisation: own ? YOURSELF : entry.actingOrganisation ? organisationOf(entry.actingOrganisation) : WITHOUT_ORGANISATION[entry.actorKind] ?? UNKNOWN,
    role: entry.actingRole ? roleWords(entry.actingRole) : null,
    action: entry.action,
    reason: entry.reason ? reasonWords(entry.reason) : null,
    caseReference: typeof caseReference === 'string' ? caseReference : null,
    own,
  };
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
const UNKNOWN: Text = { lv: 'Nav norādīta', en: 'Not stated' };
const WITHOUT_ORGANISATION: Readonly<Record<string, Text>> = {
  system: { lv: 'Sistēma automātiski', en: 'The system by itself' },
  machine: { lv: 'Cita informācijas sistēma', en: 'Another information system' },
  user: { lv: 'Lietotājs bez iestādes', en: 'A user without an institution' },
};
