import type { Text } from '#kernel/text.js';

/** Short codes of what is wrong with a chain, an answer or a time stamp. */
const CODES: Readonly<Record<string, Text>> = {
  untrusted: { lv: 'izdevējam netic', en: 'its issuer is not believed' },
  'not-valid-then': { lv: 'tobrīd nebija derīgs', en: 'was not valid then' },
  'not-an-authority': { lv: 'izdevējs nedrīkst izdot sertifikātus', en: 'its issuer may not issue certificates' },
  'unknown-critical-extension': { lv: 'sertifikātā ir obligāts nosacījums, ko šeit nepazīst', en: 'the certificate has a critical extension that is not known here' },
  'other-certificate': { lv: 'atbilde ir par citu sertifikātu', en: 'the answer is about another certificate' },
  revoked: { lv: 'sertifikāts ir atsaukts', en: 'the certificate is revoked' },
  unknown: { lv: 'atbildētājs sertifikātu nepazīst', en: 'the responder does not know the certificate' },
  signature: { lv: 'tā paraksts', en: 'its signature' },
  responder: { lv: 'atbildētājs nav tam pilnvarots', en: 'the responder is not entitled to answer' },
  outdated: { lv: 'atbilde ir novecojusi', en: 'the answer is outdated' },
  imprint: { lv: 'laika zīmogs ir citiem datiem', en: 'the time stamp is over other data' },
  purpose: { lv: 'sertifikāts nav paredzēts laika zīmogiem', en: 'the certificate is not meant for time stamps' },
};

/** What a check writes beside a broken rule, as templates, the English one as it is written there. What stands in braces are names, numbers and instants. */
const SAYINGS: readonly (readonly [en: string, lv: string])[] = [
  ['the issuer of the certificate is not known', 'sertifikāta izdevējs nav zināms'],
  ['no certificate', 'sertifikāta nav'],
  ['empty', 'arhīvs ir tukšs'],
  ['it is missing', 'datnes nav'],
  ['it is another kind of XML', 'tā ir citāda XML datne'],
  ['an entry without path or type', 'ieraksts bez ceļa vai veida'],
  ["the container's type is missing", 'konteinera veids nav norādīts'],
  ["the container's type is {0}", 'konteinera veids ir {0}'],
  ['the identifier {0} stands twice', 'identifikators {0} atkārtojas'],
  ['{0} stands twice', '{0} atkārtojas'],
  ['{0} is no media type', '{0} nav datnes veids'],
  ['it has something else than signatures', 'tajā ir arī kas cits, ne tikai paraksti'],
  ['more signatures than are checked', 'parakstu ir vairāk, nekā pārbauda'],
  ['{word0}; {word1} is asked for', '{word0}; vajag {word1}'],
  ['digest of the certificate', 'sertifikāta kontrolsumma'],
  ['digest of {word0}', 'kontrolsumma: {word0}'],
  ['{word0} references', 'atsauču skaits: {word0}'],
  ['{word0} time stamps', 'laika zīmogu skaits: {word0}'],
  ['{0}: {word1} and none', '{0}: {word1} un nav'],
  ['{0}: none and {word1}', '{0}: nav un {word1}'],
  ['{0}: {word1} and {word2}', '{0}: {word1} un {word2}'],
  ['{0}: not in a qualified device', '{0}: ne kvalificētā ierīcē'],
  ['not granted in the trusted list then', 'tobrīd uzticamajā sarakstā nebija atzīts'],
  ['claimed {time0} after the time stamp {time1}', 'norādīts {time0}, pēc laika zīmoga {time1}'],
  ['answer {time0} before the time stamp {time1}', 'atbilde {time0}, pirms laika zīmoga {time1}'],
  ['{time0} and {time1}', '{time0} un {time1}'],
  ['{time0} after {time1}', '{time0} pēc {time1}'],
  ['{time0} is in the future', '{time0} ir nākotnē'],
  ['no answer', 'atbildes nav'],
  ['no answer of that time', 'atbildes no tā laika nav'],
  ['revoked at {time0}', 'atsaukts {time0}'],
  ['revoked later, at {time0}', 'atsaukts vēlāk, {time0}'],
  ['over something else', 'laika zīmogs ir citiem datiem'],
  ['an ArchiveTimeStamp of {0} is not read', 'arhīva laika zīmogu no {0} nelasa'],
  ['an ArchiveTimeStamp that names what it covers is not read', 'arhīva laika zīmogu, kas pats nosauc, ko aptver, nelasa'],
  ['ArchiveTimeStamp is no Base64', 'arhīva laika zīmogs nav Base64'],
  ['an inherited attribute of the xml prefix', 'mantots xml atribūts'],
  ['a kind of node that signatures have no use for', 'XML satur to, kā parakstos nemēdz būt'],
  ['the signature has {0} QualifyingProperties of its own', 'parakstam savu īpašību (QualifyingProperties) ir {0}'],
  ['QualifyingProperties are of another signature', 'īpašības (QualifyingProperties) ir citam parakstam'],
  ['the signing certificate is not named', 'parakstītāja sertifikāts nav nosaukts'],
  ['{word0} is no Base64', '{word0} nav Base64'],
  ['{word0} holds no certificate', '{word0}: nav sertifikāta'],
  ['SigningTime is no time', 'parakstīšanas laiks (SigningTime) nav laiks'],
  ['larger than what is read', 'lielāks, nekā lasa'],
  ['it has processing instructions', 'XML ir apstrādes norādes'],
  ['it is not well-formed: {0}', 'XML nav pareizi uzrakstīts'],
  ['it says that it is not in UTF-8', 'datne saka, ka nav UTF-8'],
  ['it has a document type', 'XML ir dokumenta tips (DOCTYPE)'],
  ['it is empty', 'datne ir tukša'],
  ['it nests deeper, or has more elements, than is read', 'XML ir dziļāks vai elementu ir vairāk, nekā lasa'],
  ['it is not in UTF-8', 'datne nav UTF-8'],
  ['{word0} has more in it than words', '{word0} satur ne tikai tekstu'],
  ['{word0} has no {word1}', '{word0}: nav {word1}'],
  ['{word0} has {word1} {word2}', '{word0}: {word2} ir {word1}'],
  ['more entries than are read', 'datņu ir vairāk, nekā lasa'],
  ['larger than what is unpacked', 'lielāks, nekā izpako'],
  ['bytes that belong to no entry, or to two: {0}', 'ir baiti, kas nepieder nevienai datnei vai pieder divām: {0}'],
  ['bytes that belong to no entry, or to two', 'ir baiti, kas nepieder nevienai datnei vai pieder divām'],
  ['a folder with content: {0}', 'mape ar saturu: {0}'],
  ['a folder with content', 'mape ar saturu'],
  ['bytes before the directory that belong to no entry', 'pirms satura rādītāja ir baiti, kas nepieder nevienai datnei'],
  ['a split archive, ZIP64, or a directory elsewhere', 'sadalīts arhīvs, ZIP64 vai satura rādītājs citā vietā'],
  ['this is no ZIP archive', 'tas nav ZIP arhīvs'],
  ['the directory is damaged', 'arhīva satura rādītājs ir bojāts'],
  ['encrypted, or packed in a way that is not read: {0}', 'šifrēts vai sapakots tā, kā šeit nelasa: {0}'],
  ['encrypted, or packed in a way that is not read', 'šifrēts vai sapakots tā, kā šeit nelasa'],
  ['the directory has more than it counts', 'arhīva satura rādītājā ir vairāk, nekā tas saka'],
  ['a name that is not UTF-8', 'datnes nosaukums nav UTF-8'],
  ['a name that leads elsewhere or cannot be unpacked: {0}', 'nosaukums ved citur vai nav izpakojams: {0}'],
  ['a name that leads elsewhere or cannot be unpacked', 'nosaukums ved citur vai nav izpakojams'],
  ['a name that stands twice: {0}', 'nosaukums atkārtojas: {0}'],
  ['a name that stands twice', 'nosaukums atkārtojas'],
  ['the two headers of an entry differ: {0}', 'datnes divi apraksti arhīvā nesakrīt: {0}'],
  ['the two headers of an entry differ', 'datnes divi apraksti arhīvā nesakrīt'],
  ['the sizes after an entry differ: {0}', 'datnes izmēri nesakrīt: {0}'],
  ['the sizes after an entry differ', 'datnes izmēri nesakrīt'],
  ['a second name or size of an entry: {0}', 'datnei ir otrs nosaukums vai izmērs: {0}'],
  ['a second name or size of an entry', 'datnei ir otrs nosaukums vai izmērs'],
  ['the content is damaged: {0}', 'saturs ir bojāts: {0}'],
  ['the content is damaged', 'saturs ir bojāts'],
  ['more than the entry says: {0}', 'vairāk, nekā norādīts: {0}'],
  ['more than the entry says', 'vairāk, nekā norādīts'],
  ['the responder gives no answer: status {0}', 'atbildētājs neatbild: stāvoklis {0}'],
  ['an unknown kind of response', 'nezināms atbildes veids'],
  ['an unknown kind of key', 'nezināms atslēgas veids'],
  ['a number larger than the curve', 'skaitlis ir lielāks par līkni'],
  ['this is no time-stamp token with one signer', 'tas nav laika zīmogs ar vienu parakstītāju'],
  ['the token signs no attributes', 'laika zīmogs neparaksta atribūtus'],
  ['something follows the encoded value', 'aiz kodētās vērtības kaut kas seko'],
  ['no encoded value', 'kodētas vērtības nav'],
  ['a length that is none', 'garums nav garums'],
  ['the encoded value is cut short', 'kodētā vērtība ir aprauta'],
  ['no object identifier', 'nav objekta identifikatora'],
  ['a part is missing', 'kādas daļas trūkst'],
];

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** By its name a place takes anything, one word, or an instant: the name of a file that says "and" is no sentence of ours. */
const PLACES = { '': '.+', word: String.raw`\S+`, time: String.raw`\d{4}-\d\d-\d\dT[\d:.]+Z` } as const;
const PATTERNS = SAYINGS.map(([en, lv]) => ({ lv, pattern: new RegExp(`^${escaped(en).replace(/\\\{(word|time|)(\d)\\\}/g, (_, kind: keyof typeof PLACES, at: string) => `(?<${kind}${kind === '' ? 'any' : ''}${at}>${PLACES[kind]})`)}$`, 's') }));

/** What was found beside a broken rule, in both languages: names of files and people, numbers and times stay as they are. */
export function aboutInWords(about: string): Text {
  const code = CODES[about];
  if (code) return code;
  for (const { lv, pattern } of PATTERNS) {
    const found = pattern.exec(about);
    if (found) return { lv: lv.replace(/\{(\w+)\}/g, (_, place: string) => found.groups?.[/^\d/.test(place) ? `any${place}` : place] ?? ''), en: about };
  }
  const several = about.split('; ').map((one, _, all) => (all.length > 1 ? aboutInWords(one) : null));
  if (several.every((one) => one !== null)) return { lv: several.map(({ lv }) => lv).join('; '), en: several.map(({ en }) => en).join('; ') };
  // "Name: why", "1: why", and several codes after commas.
  const at = about.lastIndexOf(': ');
  if (at > 0) {
    const [head, why] = [about.slice(0, at), aboutInWords(about.slice(at + 2))];
    return { lv: `${head}: ${why.lv}`, en: `${head}: ${why.en}` };
  }
  const parts = about.split(', ').map((one) => CODES[one] ?? { lv: one, en: one });
  return { lv: parts.map(({ lv }) => lv).join(', '), en: parts.map(({ en }) => en).join(', ') };
}
