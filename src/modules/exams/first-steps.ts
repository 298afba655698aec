import type { FirstStep } from '#platform/actions/first-step.js';
import { hasWards, isAlone } from '#modules/persons/public.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { APPEALS_PATH } from './pages/appeals/page.js';
import { DESK_PATH } from './pages/assessment/route.js';
import { OWN_RESULTS_PATH } from './pages/own-results/route.js';
import { RESULTS_PATH } from './pages/results/event.js';
import { approveProtocols, assess, decideAppeals, keepExams, keepResults, registerAppeals, registerEntries, seeSittings } from './permissions.js';

/** Where those whose work it is begin, on the start page. */
export const examsSteps: readonly FirstStep[] = [
  {
    href: '/exams', permission: registerEntries, use: 'main',
    title: { lv: 'Pārbaudījumu norises', en: 'Sittings of exams' },
    text: { lv: 'Kas kārto, kur sēž, kas piedalījās; protokols nododams tajā pašā lapā.', en: 'Who sits, where, and who took part; the protocol is handed in on the same page.' },
  },
  {
    href: DESK_PATH, permission: assess, use: 'main',
    title: { lv: 'Vērtēt darbus', en: 'Assess works' },
    text: { lv: 'Jums iedalītie darbi pēc koda: punkti pa daļām, un kas vēl gaida.', en: 'The works given to you, by code: points by part, and what still waits.' },
  },
  {
    href: RESULTS_PATH, permission: keepResults, use: 'main',
    title: { lv: 'Rezultāti un to publicēšana', en: 'Results and their publication' },
    text: { lv: 'Punkti no datnēm vai vērtētājiem, kā sanāca, un kad rezultāti kļūst redzami.', en: 'Points from files or assessors, how it came out, and when results become visible.' },
  },
  {
    href: APPEALS_PATH, permission: decideAppeals, use: 'main',
    title: { lv: 'Izlemt apelācijas', en: 'Decide appeals' },
    text: { lv: 'Komisija, darbs bez vārda un lēmums; jaunu sertifikāta versiju sagatavo pats.', en: 'The commission, the work without a name, and the decision; a new version of the certificate comes by itself.' },
  },
  {
    href: '/exams/catalogue', permission: keepExams, use: 'often',
    title: { lv: 'Gada pārbaudījumi', en: 'Exams of the year' },
    text: { lv: 'Daļas, svari, sliekšņi un dienas; kas mainās nākamajā gadā.', en: 'Parts, weights, thresholds and days; what changes next year.' },
  },
  {
    href: '/exams', permission: approveProtocols, use: 'often',
    title: { lv: 'Apstiprināt protokolus', en: 'Approve protocols' },
    text: { lv: 'Jūsu skolas pārbaudījumu norises: protokolu apstiprina vadītājs.', en: 'Sittings of your school: the head approves the protocol.' },
  },
  {
    href: APPEALS_PATH, permission: registerAppeals, use: 'often',
    title: { lv: 'Iesniegt apelāciju skolēna vārdā', en: 'Enter an appeal for a pupil' },
    text: { lv: 'Kas apstrīd rezultātu, par kuru daļu un ko komisija nolēma.', en: 'Who contests a result, which part, and what the commission decided.' },
  },
  {
    href: '/exams/catalogue', permission: assess, use: 'often',
    title: { lv: 'Kā pārbaudījumus vērtē', en: 'How exams are counted' },
    text: { lv: 'Gada pārbaudījumi ar daļām, punktiem un sliekšņiem.', en: 'The exams of the year with their parts, points and thresholds.' },
  },
  {
    href: '/exams', permission: seeSittings, use: 'besides',
    title: { lv: 'Pārbaudījumi skolās', en: 'Exams in schools' },
    text: { lv: 'Kas kārto un kā norise gāja, skolu pa skolai.', en: 'Who sits and how it went, school by school.' },
  },
  {
    href: OWN_RESULTS_PATH, permission: SIGNED_IN, use: 'main', when: hasWards,
    title: { lv: 'Mani un bērnu pārbaudījumu rezultāti', en: 'My and my children’s exam results' },
    text: { lv: 'Punkti un vai nokārtots – no publicēšanas brīža. No turienes var arī apstrīdēt.', en: 'Points and whether it was passed, from the moment of publication. They can be contested from there.' },
  },
  {
    href: OWN_RESULTS_PATH, permission: SIGNED_IN, use: 'main', when: isAlone,
    title: { lv: 'Mani pārbaudījumu rezultāti', en: 'My exam results' },
    text: { lv: 'Punkti un vai nokārtots – no publicēšanas brīža. No turienes var arī apstrīdēt.', en: 'Points and whether it was passed, from the moment of publication. They can be contested from there.' },
  },
];
