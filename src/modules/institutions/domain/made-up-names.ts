import type { Chance } from '#kernel/chance.js';

/** How an institution of a type is called: what follows the place in the genitive. */
const TYPE_WORDS: Readonly<Record<string, readonly string[]>> = {
  preschool: ['pirmsskolas izglītības iestāde'],
  'first-school': ['sākumskola'],
  'primary-school': ['pamatskola'],
  'secondary-school': ['vidusskola'],
  gymnasium: ['ģimnāzija'],
  'state-gymnasium': ['Valsts ģimnāzija'],
  'distance-secondary-school': ['neklātienes vidusskola'],
  'special-primary-school': ['speciālā pamatskola'],
  'boarding-development-centre': ['internātskola – attīstības centrs'],
  'secondary-vocational': ['amatniecības vidusskola', 'tehnikums'],
  'competence-centre': ['tehnoloģiju vidusskola'],
  college: ['koledža'],
  'higher-school': ['augstskola'],
  'music-school': ['Mūzikas skola'],
  'art-school': ['Mākslas skola'],
  'music-and-art-school': ['Mūzikas un mākslas skola'],
  'sport-school': ['Sporta skola'],
  'interest-education': ['Bērnu un jauniešu centrs', 'Jauniešu interešu centrs'],
  'adult-education': ['pieaugušo izglītības centrs'],
  'adult-non-formal': ['valodu mācību centrs', 'mūžizglītības centrs'],
  'further-vocational': ['mācību centrs', 'profesiju skola'],
};

const PRESCHOOLS = `Saulīte;Pīlādzītis;Zvaniņš;Rūķītis;Sprīdītis;Bitīte;Zīlīte;Vāverīte;Taurenītis;Cielaviņa;Pasaciņa;Dzintariņš;Varavīksne;Lācītis;Ābelīte;
Kāpēcītis;Pienenīte;Zemenīte;Pūcīte;Auseklītis;Mārīte;Saulespuķe;Ezītis;Dzirnaviņas;Sienāzītis;Namiņš;Asniņš;Riekstiņš;Burtiņš;Strautiņš`.split(/;\s*/);
const ROOTS = 'Bērz;Liep;Ozol;Priež;Kļav;Vītol;Alkšņ;Apš;Egļ;Lazd;Kārkl;Irben;Vārp;Rudz;Zied;Dzērv;Gulb;Stirn'.split(';');
const ENDINGS = 'kalna;upes;muižas;ezera;lejas;gravas;birzs;lauku'.split(';');
const COMPANIES = 'Mācību māja;Gudrības sēta;Zinību pūrs;Pirmais solis;Atvērtais logs;Jaunā skola;Prasmju nams;Burtu dārzs'.split(';');
const PEOPLE = 'Ilze Paraugkalne;Jānis Piemērs;Anna Izdomiņa;Pēteris Paraugs;Laima Piemēra'.split(';');

/** `Kokneses` of *Kokneses novads*, `Rīgas` of *Rīga*, `Kastuļinas` of *Kastuļinas pagasts*: the place in the genitive. */
export function genitiveOf(place: string): string {
  const [first = place, second] = place.split(' ');
  if (second || !/[ae]$/.test(first)) return first;
  return `${first}s`;
}

/**
 * A name nobody in `taken` bears, added to it: the plain one of the place first ("Kokneses pamatskola"), then parishes of
 * the imagination in the country, and numbers in a city.
 */
export function giveName(chance: Chance, taken: Set<string>, type: string, place: string, inCity: boolean): string {
  const words = chance.one(TYPE_WORDS[type] ?? ['izglītības iestāde']);
  const tries =
    type === 'preschool'
      ? Array.from({ length: 12 }, () => `${place} ${words} “${chance.one(PRESCHOOLS)}”`)
      : [`${place} ${words}`, ...(inCity ? [] : Array.from({ length: 12 }, () => `${imaginedParish(chance)} ${words}`))];
  const name = tries.find((one) => !taken.has(one)) ?? numbered(taken, (number) => `${place} ${number}. ${words}`);
  taken.add(name);
  return name;
}

function numbered(taken: ReadonlySet<string>, make: (number: number) => string): string {
  let number = 2;
  while (taken.has(make(number))) number += 1;
  return make(number);
}

export const imaginedParish = (chance: Chance): string => `${chance.one(ROOTS)}${chance.one(ENDINGS)}`;
export const madeUpCompany = (chance: Chance): string => `SIA “${chance.one(COMPANIES)}”`;
export const madeUpAssociation = (chance: Chance): string => `Biedrība “${chance.one(COMPANIES)}”`;
export const madeUpFounderPerson = (chance: Chance): string => chance.one(PEOPLE);
