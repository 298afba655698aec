import type { FirstStep } from '#platform/actions/first-step.js';
import { hasWards, isAlone } from '#modules/persons/public.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { CERTIFICATES, MINE, PROOFS, SEALINGS } from './pages/words.js';
import { handOut, oversee, sealCertificates, seeStates } from './permissions.js';

/** Where those whose work it is begin, on the start page. */
export const certificatesSteps: readonly FirstStep[] = [
  {
    href: SEALINGS, permission: sealCertificates, use: 'often',
    title: { lv: 'Zīmogot sertifikātus', en: 'Seal certificates' },
    text: { lv: 'Sagatavotos pārbauda un aizzīmogo; līdz publicēšanai tos neredz neviens.', en: 'What was drafted is looked at and sealed; nobody sees it before publication.' },
  },
  {
    href: CERTIFICATES, permission: handOut, use: 'often',
    title: { lv: 'Izsniegt sertifikātus', en: 'Hand out certificates' },
    text: { lv: 'Visi savas skolas sertifikāti vienā arhīvā, un kam tie jau nonākuši.', en: 'All certificates of your school in one archive, and whom they have reached.' },
  },
  {
    href: PROOFS, permission: oversee, use: 'often',
    title: { lv: 'Cik ilgi zīmogi pierāda', en: 'How long seals prove' },
    text: { lv: 'Kad sertifikātu laika zīmogi jāatjauno un vai tas noticis.', en: 'When the time stamps of certificates must be renewed, and whether they were.' },
  },
  {
    href: CERTIFICATES, permission: seeStates, use: 'besides',
    title: { lv: 'Sertifikāti', en: 'Certificates' },
    text: { lv: 'Kuri ir izdoti, kuri gaida un kuri aizstāti.', en: 'Which are issued, which wait and which were replaced.' },
  },
  {
    href: MINE, permission: SIGNED_IN, use: 'main', when: hasWards,
    title: { lv: 'Mani un bērnu sertifikāti', en: 'My and my children’s certificates' },
    text: { lv: 'Lejupielādējiet parakstītu datni vai palūdziet izdruku.', en: 'Download the sealed file, or ask for a copy on paper.' },
  },
  {
    href: MINE, permission: SIGNED_IN, use: 'main', when: isAlone,
    title: { lv: 'Mani sertifikāti', en: 'My certificates' },
    text: { lv: 'Lejupielādējiet parakstītu datni vai palūdziet izdruku.', en: 'Download the sealed file, or ask for a copy on paper.' },
  },
];
