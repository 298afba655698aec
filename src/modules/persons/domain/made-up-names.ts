import { type Chance, drawerOf } from './randomness.js';

export type Sex = 'female' | 'male';

/** A family name in the forms both sexes bear it. */
export interface FamilyName {
  readonly male: string;
  readonly female: string;
}

const words = (list: string) => list.trim().split(/\s+/);

/** The most frequent names first: their frequency falls with the place in the list, as it does in life. */
const LATVIAN = words(`
  Bērziņš Kalniņš Ozoliņš Jansons Ozols Liepiņš Krūmiņš Balodis Eglītis Zariņš Pētersons Vītols Kļaviņš Kārkliņš Vanags Āboliņš
  Jēkabsons Lācis Siliņš Kalējs Andersons Apinis Grīnbergs Celmiņš Dzenis Rozītis Priede Freimanis Lapiņš Puriņš Skuja Zvirbulis
  Miķelsons Zālītis Briedis Rudzītis Auziņš Vilks Liepa Straume Gailis Strazdiņš Vīksna Mežulis Upītis Rubenis Sproģis Rozenbergs
  Podnieks Mucenieks Krauklis Riekstiņš Cīrulis Ziediņš Saulītis Kundziņš Paegle Sniķeris Krastiņš Gulbis Dreimanis Bite Blūms
  Niedra Osis Petrovskis Zeltiņš Zemītis Ziemelis Bergmanis Feldmanis Hermanis Lūsis Melderis Kociņš Sīlis Dambis Dūmiņš Jaunzems
  Kauliņš Ķirsis Leimanis Medinieks Ošiņš Plūme Purmalis Ratnieks Sermulis Skudra Spriņģis Stūris Šmits Tauriņš Tiltiņš Tīrums
  Ulmanis Valters Vecvagars Veinbergs Vilciņš Zaķis Zāle Zīle Žagars Alksnis Ābele Bumbieris Dālderis Egle Grava Irbe Jaunais
  Kārlsons Kronbergs Lapsa Mārtinsons Migla Nagliņš Oliņš Pērkons Puķītis Raudziņš Rutks Salmiņš Sudrabs Šteinbergs Trops Vārpa
`);
const ROOTS = words('Kaln Ozol Liep Bērz Zar Krūm Sil Mež Up Ezer Lauk Pļav Aug Sār Grant Smilš Mālk Purv Vēj Rud Sal Zem Lej Kraut Tirg Gaid Strauj');
const ENDINGS = words('nieks āns iņš ietis enieks kalns birzs lauks');
const GERMAN_ROOTS = words('Rozen Grīn Štein Lind Vein Ekl Gold Eizen Holc Birk Alten Blumen Hirš Neu Zilber Kron Ahr Fried Licht Sand');
const GERMAN_ENDINGS = words('bergs felds bahs manis holds šteins');
const SLAVIC = words(`
  Ivanovs Petrovs Vasiļjevs Fjodorovs Andrejevs Smirnovs Kuzņecovs Semjonovs Aleksejevs Jakovļevs Mihailovs Stepanovs Nikolajevs
  Grigorjevs Pavlovs Kozlovs Volkovs Romanovs Dmitrijevs Jegorovs Orlovs Ņikitins Sergejevs Popovs Morozovs Makarovs Fiļipovs
  Novikovs Bogdanovs Vinogradovs Zaicevs Solovjovs Lebedevs Sokolovs Zahārovs Borisovs Tarasovs Kiseļovs Medvedevs Timofejevs
  Kovaļovs Belovs Gusevs Titovs Baranovs Savickis Kovaļevskis Jankovskis Kozlovskis Sadovskis Žukovskis Rutkovskis Vaļevskis
  Višņevskis Sokolovskis Dombrovskis Kaminskis Lisovskis Bogdanovičs Adamovičs Stankevičs Mackevičs Romanovičs Juškevičs Kravčenko
  Bondarenko Ševčenko Tkačenko Koļesņikovs Žukovs Sidorovs Golubevs Afanasjevs Danilovs Frolovs Gavrilovs Isajevs Loginovs
  Ribakovs Trofimovs Ustinovs Vorobjovs Prokofjevs Šarovs Šuvalovs Čerņavskis Kudrjavcevs
`);

const combined = (roots: readonly string[], endings: readonly string[]) => roots.flatMap((root) => endings.map((ending) => root + ending));

/** The feminine form of a family name by the usual endings; names in -a, -e and -o are the same for both. */
export function feminineOf(male: string): string {
  if (male.endsWith('sons')) return `${male.slice(0, -1)}e`;
  if (male.endsWith('skis') || male.endsWith('ckis')) return `${male.slice(0, -2)}a`;
  if (male.endsWith('ais')) return `${male.slice(0, -3)}ā`;
  if (male.endsWith('is')) return `${male.slice(0, -2)}e`;
  if (/[šs]$/.test(male)) return `${male.slice(0, -1)}a`;
  return male;
}

const family = (male: string): FamilyName => ({ male, female: feminineOf(male) });
const falling = (names: readonly string[]) => names.map((name, place) => [family(name), 1 / (place + 12)] as const);

const latvianFamily = drawerOf(falling(LATVIAN));
const rareFamily = drawerOf(falling([...combined(ROOTS, ENDINGS), ...combined(GERMAN_ROOTS, GERMAN_ENDINGS)]));
const slavicFamily = drawerOf(falling(SLAVIC));

interface Generation {
  readonly from: number;
  readonly female: readonly string[];
  readonly male: readonly string[];
}

const LATVIAN_GIVEN: readonly Generation[] = [
  { from: 0, female: words('Anna Marija Ilga Ausma Velta Mirdza Biruta Skaidrīte Dzidra Zenta Aina Vija Valija Aija Maija Rita Ruta Lūcija Erna Milda'),
    male: words('Jānis Andris Juris Pēteris Imants Gunārs Arvīds Kārlis Vilnis Visvaldis Uldis Laimonis Alfrēds Edvīns Ojārs Zigurds Modris Harijs Arnis Ēriks') },
  { from: 1958, female: words('Inese Inga Ilze Dace Ineta Sandra Iveta Daiga Gunta Evita Sanita Kristīne Līga Anita Ilona Aiga Baiba Gita Ieva Vita Laila Ginta Agita Jolanta'),
    male: words('Jānis Andris Juris Aivars Māris Guntis Normunds Aigars Ainārs Gints Raimonds Edgars Dainis Ivars Uldis Valdis Agris Intars Kaspars Guntars Armands Mārtiņš Artis Egils') },
  { from: 1983, female: words('Kristīne Līga Laura Ieva Inga Anna Linda Agnese Santa Zane Elīna Madara Sintija Ance Liene Sabīne Elza Laima Krista Paula Annija Diāna Una Signe'),
    male: words('Jānis Edgars Mārtiņš Kristaps Artūrs Kaspars Raivis Lauris Rihards Roberts Toms Reinis Ģirts Oskars Rolands Krišjānis Ralfs Elvis Niks Matīss Emīls Kārlis Andris Gatis') },
  { from: 2008, female: words('Sofija Emīlija Alise Anna Marta Elza Paula Estere Evelīna Elizabete Katrīna Adele Patrīcija Amanda Luīze Odrija Rēzija Keita Madara Ance Beāte Gabriela Loreta Enija'),
    male: words('Roberts Oliveris Markuss Gustavs Emīls Marks Jānis Kārlis Artūrs Adrians Daniels Jēkabs Dāvids Henrijs Bruno Hugo Teodors Ernests Rūdolfs Matīss Ādams Valters Kristers Tomass') },
];
const SLAVIC_GIVEN: readonly Generation[] = [
  { from: 0, female: words('Valentīna Gaļina Ņina Tamāra Ludmila Zinaīda Tatjana Raisa Antoņina Vera Nadežda Ļubova Lidija Jevgēnija Zoja'),
    male: words('Nikolajs Vladimirs Anatolijs Viktors Aleksandrs Ivans Jurijs Leonīds Boriss Valērijs Mihails Genādijs Pēteris Vasilijs Staņislavs') },
  { from: 1958, female: words('Jeļena Svetlana Irina Natālija Olga Tatjana Marina Larisa Oksana Inna Žanna Viktorija Anžela Ludmila Alla'),
    male: words('Sergejs Aleksandrs Andrejs Vladimirs Igors Oļegs Jurijs Aleksejs Viktors Dmitrijs Mihails Vadims Konstantīns Valērijs Romāns') },
  { from: 1983, female: words('Jekaterina Anastasija Jūlija Aleksandra Anna Marija Viktorija Olga Kristina Karina Alina Diāna Jevgenija Nataļja Ksenija'),
    male: words('Aleksandrs Dmitrijs Artūrs Sergejs Andrejs Maksims Deniss Jevgēnijs Romāns Ņikita Pāvels Vladislavs Iļja Kirils Ruslans') },
  { from: 2008, female: words('Sofija Viktorija Anna Arina Marija Milana Darja Alisa Polina Eva Kira Jeseņija Varvara Ksenija Valērija'),
    male: words('Maksims Artjoms Marks Daniels Timofejs Kirills Mihails Roberts Aleksandrs Ļevs Matvejs Iļja Ivans Miroslavs Timurs') },
];

const givenOf = (generations: readonly Generation[]) =>
  generations.map(({ from, female, male }) => ({ from, female: drawerOf(frequent(female)), male: drawerOf(frequent(male)) })).reverse();
const frequent = (names: readonly string[]) => names.map((name, place) => [name, 1 / (place + 6)] as const);

const GIVEN = { latvian: givenOf(LATVIAN_GIVEN), slavic: givenOf(SLAVIC_GIVEN) };

export type Custom = keyof typeof GIVEN;

export const drawFamilyName = (chance: Chance, custom: Custom): FamilyName =>
  custom === 'slavic' ? slavicFamily(chance) : chance.happens(0.3) ? rareFamily(chance) : latvianFamily(chance);

/** A given name as it was given in the year of birth; some have two. */
export function drawGivenName(chance: Chance, custom: Custom, sex: Sex, year: number): string {
  const generation = GIVEN[custom].find((one) => one.from <= year)!;
  const first = generation[sex](chance);
  if (!chance.happens(custom === 'latvian' ? 0.08 : 0.01)) return first;
  const second = generation[sex](chance);
  return second === first ? first : `${first} ${second}`;
}
