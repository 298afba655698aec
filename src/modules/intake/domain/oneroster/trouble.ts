import type { Text } from '#kernel/text.js';
import type { DataFile } from './files.js';

interface TroubleWords {
  readonly what: Text;
  readonly todo: Text;
  /** Nothing to mend: it is said so that the numbers add up. */
  readonly isNote?: boolean;
}

/** Why results of a sound package do not become marks. The codes are part of the contract with machines. */
export const TROUBLES = {
  'faulty-row': {
    what: { lv: 'Rindā ir kļūda, un tā netiks nosūtīta.', en: 'The row has an error and will not be sent.' },
    todo: { lv: 'Skatiet pārbaudes pārskatu un atsūtiet labotās rindas.', en: 'See the report of the check, and send the corrected rows.' },
  },
  'other-school': {
    what: { lv: 'Vērtējums ir no citas skolas klases.', en: 'The result is of a class of another school.' },
    todo: { lv: 'Paketi par citu skolu sūtiet atsevišķi, tās vārdā. Skolu nosaka orgs.csv identifier: reģistrācijas numurs.', en: 'Send a package for the other school on its own. The school is told by identifier of orgs.csv: its registration number.' },
  },
  'record-unknown': {
    what: { lv: 'Rezultāts norāda uz ierakstu, kura nav ne paketē, ne agrāk sūtītajā.', en: 'The result names a record that is neither in the package nor in what was sent before.' },
    todo: { lv: 'Pievienojiet trūkstošo ierakstu (lineItems, classes, academicSessions, users) vai sūtiet pilnu paketi (bulk).', en: 'Add the missing record (lineItems, classes, academicSessions, users), or send a whole package (bulk).' },
  },
  'pupil-without-code': {
    what: { lv: 'Skolēnam paketē nav ne personas koda, ne iestādes piešķirtā numura.', en: 'The package gives the pupil neither a personal code nor a number of the institution.' },
    todo: { lv: 'Norādiet users.csv userIds {personasKods:…} vai identifier ar iestādes piešķirto numuru.', en: 'Give {personasKods:…} in userIds of users.csv, or the institution’s number in identifier.' },
  },
  'session-unclear': {
    what: { lv: 'Laikposms nav ne semestris, ne gads, tāpēc nav zināms, kāds tas ir vērtējums.', en: 'The session is neither a semester nor the year, so it is unknown which mark this is.' },
    todo: { lv: 'Semestrim lietojiet type semester; gada vērtējumam – type term vai ext:gads par visu mācību gadu, nosaukums “Gads”.', en: 'Use type semester for a semester; for the year mark type term or ext:gads over the whole year, titled “Gads”.' },
  },
  'several-line-items': {
    what: { lv: 'Klasei šajā periodā ir vairāki vērtējamie darbi, un neviens vienīgais nav perioda vērtējums.', en: 'The class has several line items in the period, and no single one of them is the mark of the period.' },
    todo: { lv: 'Perioda vērtējumam dodiet kategoriju “Semestra vērtējums” vai “Gada vērtējums”.', en: 'Give the mark of the period the category “Semestra vērtējums” or “Gada vērtējums”.' },
  },
  'result-unknown': {
    what: { lv: 'Sasniedzamā rezultāta vērtējums norāda uz rezultātu, kura paketē nav.', en: 'The assessed outcome names a result that is not in the package.' },
    todo: { lv: 'Tajā pašā paketē sūtiet arī results.csv rindu.', en: 'Send the row of results.csv in the same package too.' },
  },
  'no-value': {
    what: { lv: 'Rezultātam nav ne score, ne textScore.', en: 'The result has neither score nor textScore.' },
    todo: { lv: 'Norādiet vērtējumu; neizliktam – scoreStatus “not submitted”, atbrīvotam – “exempt”.', en: 'Give the mark; for one not given scoreStatus “not submitted”, for an exempt pupil “exempt”.' },
  },
  'period-closed': {
    what: { lv: 'Atsauktais vērtējums ir slēgtā periodā (VI-206), tāpēc tas paliek.', en: 'The result taken back is of a closed period (VI-206), so it stays.' },
    todo: { lv: 'Slēgtā periodā vērtējumu atsauc skola ar iemeslu un rīkojuma numuru.', en: 'In a closed period the school takes the mark back, with a reason and the number of its order.' },
  },
  'program-unnamed': {
    what: { lv: 'Atsauktais vērtējums nav meklēts: pakete nenosauc programmu, un divas programmas var numurēt vienādi.', en: 'The result taken back was not looked for: the package names no program, and two programs may number alike.' },
    todo: { lv: 'Iesniedzot norādiet programmu vai ierakstiet to manifest.csv (source.systemName).', en: 'Name the program when you bring the package, or in manifest.csv (source.systemName).' },
  },
  'not-graded': {
    what: { lv: 'Darbs ir iesniegts vai novērtēts daļēji: tas vēl nav vērtējums.', en: 'Handed in or graded in part: it is no mark yet.' },
    todo: { lv: 'Nekas nav jādara: atsūtiet, kad vērtējums ir izlikts.', en: 'Nothing to do: send it when the mark is given.' },
    isNote: true,
  },
  'not-a-period-mark': {
    what: { lv: 'Ikdienas vērtējums: reģistrā glabā tikai semestra, gada un pārbaudījumu vērtējumus.', en: 'A mark of everyday work: the register keeps only marks of semesters, years and examinations.' },
    todo: { lv: 'Nekas nav jādara.', en: 'Nothing to do.' },
    isNote: true,
  },
} as const satisfies Record<string, TroubleWords>;
export type TroubleCode = keyof typeof TROUBLES;
export const TROUBLE_CODES = Object.keys(TROUBLES) as TroubleCode[];
export const isNote = (code: TroubleCode): boolean => (TROUBLES[code] as TroubleWords).isNote === true;

/** Where a row stands. */
export interface Place {
  readonly file: string;
  readonly row: number;
}

/** How many rows a trouble stops, and where the first of them are. */
export interface Trouble {
  readonly code: TroubleCode;
  readonly count: number;
  readonly places: readonly Place[];
}

const KEPT_PLACES = 20;

export interface Troubles {
  add(code: TroubleCode, file: DataFile, row: number): void;
  list(): readonly Trouble[];
}

export function troubles(): Troubles {
  const found = new Map<TroubleCode, { count: number; places: Place[] }>();
  return {
    add(code, file, row) {
      const entry = found.get(code) ?? { count: 0, places: [] };
      entry.count += 1;
      if (entry.places.length < KEPT_PLACES) entry.places.push({ file: `${file}.csv`, row });
      found.set(code, entry);
    },
    list: () => TROUBLE_CODES.flatMap((code) => (found.has(code) ? [{ code, ...found.get(code)! }] : [])),
  };
}

/** The rows that take back what is in closed periods, by the identifiers of what stays; nothing where there are none. An outcome stays with its result. */
export function closedTrouble(withdrawn: readonly (Place & { readonly id: string })[], staying: readonly string[]): readonly Trouble[] {
  const ids = new Set(staying.flatMap((id) => [id, id.split('#')[0]!]));
  const places = withdrawn.filter(({ id }) => ids.has(id)).map(({ file, row }) => ({ file, row }));
  return places.length === 0 ? [] : [{ code: 'period-closed', count: places.length, places: places.slice(0, KEPT_PLACES) }];
}

/** The rows that take back results of a sender that nobody names; nothing where there are none. */
export const unnamedTrouble = (withdrawn: readonly Place[]): readonly Trouble[] =>
  withdrawn.length === 0 ? [] : [{ code: 'program-unnamed', count: withdrawn.length, places: withdrawn.slice(0, KEPT_PLACES).map(({ file, row }) => ({ file, row })) }];
