import type { FirstStep } from '#platform/actions/first-step.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { hasWards, isAlone, isInRegister } from './actions/concerned.js';
import { findPersonsPermission, recordPersonsPermission } from './permissions.js';

/** Where those whose work it is begin, on the start page. */
export const personsSteps: readonly FirstStep[] = [
  {
    href: '/persons', permission: recordPersonsPermission, use: 'main',
    title: { lv: 'Atrast un reģistrēt personu', en: 'Find and register a person' },
    text: { lv: 'Ierakstiet dzimušo, pārcelšanos vai vārda maiņu; ko labojat, paliek vēsturē.', en: 'Record a birth, a move or a change of name; what you correct stays in its history.' },
  },
  {
    href: '/persons', permission: findPersonsPermission, use: 'often',
    title: { lv: 'Atrast personu', en: 'Find a person' },
    text: { lv: 'Kartīte ar adresi un pārstāvjiem. Katrs skatījums paliek žurnālā ar iemeslu.', en: 'The card with address and guardians. Every look stays in the log with its reason.' },
  },
  {
    href: '/me', permission: SIGNED_IN, use: 'often', when: hasWards,
    title: { lv: 'Mani bērni un mani dati', en: 'My children and my data' },
    text: { lv: 'Ko personu reģistrs zina par jums un bērniem, kurus pārstāvat.', en: 'What the register of persons knows of you and of the children for whom you act.' },
  },
  {
    href: '/me', permission: SIGNED_IN, use: 'often', when: isAlone,
    title: { lv: 'Mani dati', en: 'My data' },
    text: { lv: 'Vārds, kods, adrese un kas mani pārstāv – kā tas stāv personu reģistrā.', en: 'Name, code, address and who acts for me, as the register of persons has it.' },
  },
  {
    href: '/me/looks', permission: SIGNED_IN, use: 'besides', when: isInRegister,
    title: { lv: 'Kas skatījies manus datus', en: 'Who looked at my data' },
    text: { lv: 'Katrs skatījums: kas, kad un kāpēc.', en: 'Every look: who, when and why.' },
  },
];
