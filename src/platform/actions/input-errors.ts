import type { z } from 'zod';
import { InvalidInput } from '#kernel/errors.js';
import type { SchemaOf } from '#kernel/schema.js';
import { findUnstorable, UNSTORABLE } from '#kernel/storable.js';
import { fill, type Text } from '#kernel/text.js';

/**
 * The input as its schema wants it.
 * @param anySigns whether signs that no table keeps are left to the action.
 * @throws InvalidInput with a sentence for each field; a schema may name its own code from `SENTENCES` as the message, or bring a sentence of its own (`params: { sentence }`).
 */
export function parseInput<Input>(schema: SchemaOf<Input>, raw: unknown, anySigns = false): Input {
  const unstorable = anySigns ? null : findUnstorable(raw);
  if (unstorable) throw new InvalidInput([{ field: unstorable.join('.'), message: UNSTORABLE }]);
  const parsed = (schema as unknown as z.ZodType<Input>).safeParse(raw, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new InvalidInput(parsed.error.issues.map((issue) => ({ field: issue.path.map(String).join('.'), message: sentenceOf(issue) })));
}

function sentenceOf(issue: z.core.$ZodIssue): Text {
  if (issue.code === 'custom' && issue.params?.['sentence']) return issue.params['sentence'] as Text;
  if (issue.input === undefined || issue.input === '') return SENTENCES['missing'];
  if (issue.message in SENTENCES) return SENTENCES[issue.message as keyof typeof SENTENCES];
  switch (issue.code) {
    case 'invalid_type':
      return SENTENCES['wrong-kind'];
    case 'too_small':
      return issue.origin === 'string'
        ? fill(SENTENCES['too-short'], { n: String(issue.minimum) })
        : fill(SENTENCES['too-small'], { n: String(issue.minimum) });
    case 'too_big':
      return fill(issue.origin === 'string' ? SENTENCES['too-long'] : SENTENCES['too-big'], { n: String(issue.maximum) });
    case 'invalid_value':
      return fill(SENTENCES['not-in-list'], { values: issue.values.map(String).filter((value) => value !== '').join(', ') });
    case 'invalid_format':
      return ofFormat(issue.format, issue.pattern);
    default:
      return SENTENCES['wrong-kind'];
  }
}

function ofFormat(format: string, pattern: string | undefined): Text {
  if (format === 'email') return SENTENCES['not-an-email'];
  const digits = /^\/\^\\d\{(\d+)\}\$\/$/.exec(pattern ?? '')?.[1];
  return digits ? fill(SENTENCES['not-digits'], { n: digits }) : SENTENCES['wrong-format'];
}

const SENTENCES = {
  missing: { lv: 'Lauks ir jāaizpilda.', en: 'This field is required.' },
  'not-a-day': {
    lv: 'Nav derīga diena. Rakstiet GGGG-MM-DD, piemēram, 2021-07-01.',
    en: 'Not a valid day. Write YYYY-MM-DD, for example 2021-07-01.',
  },
  'not-a-time': { lv: 'Nav derīgs laiks. Rakstiet stundas un minūtes, piemēram, 09:30.', en: 'Not a valid time. Write hours and minutes, for example 09:30.' },
  'not-of-the-list': { lv: 'Tā nav sarakstā. Sāciet rakstīt nosaukumu un izvēlieties no piedāvātā, vai ierakstiet reģistrācijas numuru.', en: 'Not in the list. Begin to type the name and choose from what is offered, or give the registration number.' },
  'not-a-path': { lv: 'Adreses ceļš sākas ar “/”, piemēram, /auth/realms/skola.', en: 'The path of an address begins with “/”, for example /auth/realms/school.' },
  'not-online': { lv: 'Rakstiet tiešsaistes adresi, kas sākas ar “https://”.', en: 'Write an online address that begins with “https://”.' },
  'not-an-email': { lv: 'Nav derīga e-pasta adrese. Pārbaudiet to; paraugs: vards.uzvards@skola.lv.', en: 'Not a valid mail address. Check it; an example: name.surname@school.lv.' },
  'not-digits': { lv: 'Vajadzīgi tieši {n} cipari bez citām zīmēm. Pārbaudiet pierakstu.', en: 'Exactly {n} digits are needed, without other signs. Check how it is written.' },
  'not-a-phone': { lv: 'Tālruni raksta ar cipariem, piemēram, +371 67000000; vairākus atdala ar komatu.', en: 'A telephone number is written in digits, such as +371 67000000; several with commas between.' },
  'not-a-website': { lv: 'Nav derīga tīmekļa adrese. Paraugs: www.skola.lv.', en: 'Not a valid web address. An example: www.school.lv.' },
  'not-six-digits': { lv: 'Kodā ir seši cipari. Ierakstiet to, ko lietotne rāda šobrīd.', en: 'The code has six digits. Enter the one that the application shows now.' },
  'empty-file': { lv: 'Izvēlētā datne ir tukša. Pārbaudiet to un izvēlieties vēlreiz.', en: 'The chosen file is empty. Check it and choose again.' },
  'not-a-person-code': {
    lv: 'Nav derīgs personas kods: tajā ir 11 cipari, ddmmgg-nnnnn, vai jaunā kodā 32–39 un vēl deviņi cipari.',
    en: 'Not a valid personal code: it has 11 digits, ddmmyy-nnnnn, or in a new code 32–39 and nine more digits.',
  },
  'no-day-in-person-code': {
    lv: 'Nav derīgs personas kods: tā pirmajos septiņos ciparos nav derīga dzimšanas diena (ddmmgg-nnnnn), un tas nesākas ar 32–39 kā jaunie kodi. Pārbaudiet ciparus.',
    en: 'Not a valid personal code: its first seven digits are no valid day of birth (ddmmyy-nnnnn), and it does not begin with 32–39 as new codes do. Check the digits.',
  },
  'not-a-name': {
    lv: 'Vārdā un uzvārdā ir tikai burti, starp tiem atstarpe, domuzīme vai apostrofs. Pārbaudiet pierakstu.',
    en: 'A name has letters alone, with a space, a hyphen or an apostrophe between them. Check how it is written.',
  },
  'wrong-kind': { lv: 'Vērtība nav derīga šim laukam.', en: 'The value does not fit this field.' },
  'wrong-format': { lv: 'Vērtības pieraksts nav derīgs.', en: 'The value is not in the expected format.' },
  'too-short': { lv: 'Par īsu: vajag vismaz {n} rakstzīmes.', en: 'Too short: at least {n} characters are needed.' },
  'too-long': { lv: 'Par garu: drīkst būt ne vairāk kā {n} rakstzīmes.', en: 'Too long: at most {n} characters are allowed.' },
  'too-small': { lv: 'Par mazu: mazākā vērtība ir {n}.', en: 'Too small: the least value is {n}.' },
  'too-big': { lv: 'Par lielu: lielākā vērtība ir {n}.', en: 'Too big: the greatest value is {n}.' },
  'not-in-list': { lv: 'Nav starp iespējamām vērtībām: {values}.', en: 'Not one of the possible values: {values}.' },
  'period-reversed': { lv: 'Perioda beigas ir pirms sākuma.', en: 'The period ends before it begins.' },
} as const satisfies Record<string, Text>;
