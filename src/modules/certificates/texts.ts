import type { Text } from '#kernel/text.js';
import type { ConstraintTexts } from '#platform/db/constraint-errors.js';

export const NO_FORM: Text = { lv: 'Šai izdošanas dienai nav sertifikāta veidlapas. Izvēlieties citu dienu vai papildiniet veidlapas.', en: 'There is no form of certificates for this day of issue. Choose another day, or add a form.' };
export const NO_NAME: Text = { lv: 'Personu reģistrā izdošanas dienai nav vārda. Pārbaudiet personas ierakstus.', en: 'The register of persons has no name for the day of issue. Check the person’s entries.' };
export const NOT_ACCEPTED: Text = {
  lv: 'Pašu pārbaude kādu konteineru nepieņem, un tas netiek izdots. Pārbaudiet SEAL_AUTHORITIES un zīmoga sertifikātu, tad atsāciet.',
  en: 'Our own check does not accept a container, and it is not issued. Check SEAL_AUTHORITIES and the certificate of the seal, then go on.',
};
export const PREFLIGHT_FAILED: Text = { lv: 'Pārbaude pirms zīmogošanas neizdevās:', en: 'The trial before sealing failed:' };
export const NO_SUCH_EXAM: Text = { lv: 'Tādas pārbaudījuma norises nav.', en: 'There is no such event of an exam.' };
export const NO_SUCH_SEALING: Text = { lv: 'Tādas zīmogošanas nav.', en: 'There is no such sealing.' };
export const GOES_ON: Text = { lv: 'Šīs norises sertifikātus jau zīmogo. Atveriet zīmogošanu, lai redzētu, cik tālu tā ir.', en: 'The certificates of this event are being sealed already. Open the sealing to see how far it is.' };
export const NOTHING_TO_SEAL: Text = { lv: 'Norisei nav neviena rezultāta, kas sasniedz slieksni.', en: 'The event has no result that reaches the threshold.' };
export const NOT_TO_PAUSE: Text = { lv: 'Zīmogošanu vairs nevar apturēt.', en: 'The sealing can no longer be paused.' };
export const NOT_TO_RESUME: Text = { lv: 'Zīmogošanu nevar atsākt: tā jau turpinās vai ir pabeigta.', en: 'The sealing cannot go on: it does already, or is done.' };
export const NO_SUCH_RENEWAL: Text = { lv: 'Tādas pierādījumu atjaunošanas nav.', en: 'There is no such renewal of proofs.' };
export const RENEWAL_GOES_ON: Text = { lv: 'Arhīva laika zīmogus jau pievieno. Gaidiet, līdz tas beidzas, vai turpiniet apturēto.', en: 'Archive time stamps are being added already. Wait until that ends, or let the paused one go on.' };
export const NOT_TO_PAUSE_RENEWAL: Text = { lv: 'Pievienošanu vairs nevar apturēt.', en: 'The adding can no longer be paused.' };
export const NOT_TO_RESUME_RENEWAL: Text = { lv: 'Pievienošanu nevar atsākt: tā jau turpinās vai ir pabeigta.', en: 'The adding cannot go on: it does already, or is done.' };
export const PROOF_LOST: Text = {
  lv: 'Pēdējā laika zīmoga izdevēja sertifikāts vairs nav derīgs, tāpēc jauns zīmogs neko nepierādītu. Izvērtējiet, vai sertifikātu izdot no jauna.',
  en: 'The certificate of the last time stamp’s authority is no longer valid, so that another stamp would prove nothing. Consider issuing the certificate anew.',
};
export const NOT_OURS: Text = { lv: 'Datne nav uzbūvēta tā, kā to raksta šī programma, tāpēc tai neko nepievieno.', en: 'The file is not built as this program writes it, so that nothing is added to it.' };
export const ARCHIVE_REFUSED: Text = {
  lv: 'Pašu pārbaude kādu datni nepieņem; glabātā datne paliek, kāda bija. Pārbaudiet SEAL_AUTHORITIES un SEAL_TIME_STAMP_AUTHORITIES.',
  en: 'Our own check does not accept a file; the one that is kept stays as it was. Check SEAL_AUTHORITIES and SEAL_TIME_STAMP_AUTHORITIES.',
};
export const STAMPS_END: Text = {
  lv: 'Kāds pierādījums beidzas mēneša laikā, bet laika zīmogu pakalpojuma sertifikāts beidzas tikpat drīz. Sazinieties ar tā uzturētāju par jaunu sertifikātu.',
  en: 'A proof ends within a month, but the certificate of the time-stamp service ends as soon. Ask whoever runs it for a new one.',
};
export const NO_SUCH_FORM: Text = { lv: 'Tādas veidlapas nav.', en: 'There is no such form.' };
export const FORM_TOO_EARLY: Text = { lv: 'Jaunā veidlapa var būt spēkā ne agrāk kā no rītdienas: šodien pēc tagadējās jau zīmogo.', en: 'A new form may hold from tomorrow at the earliest: today certificates are sealed by the present one.' };
export const FORM_IS_USED: Text = { lv: 'Ir sertifikāti, kas izdoti šajā dienā vai vēlāk. Izvēlieties vēlāku dienu.', en: 'There are certificates issued on that day or later. Choose a later day.' };
export const FORM_PLANNED: Text = { lv: 'No šīs dienas vai vēlāk jau ir plānota veidlapa. Vispirms to atsauciet vai izvēlieties vēlāku dienu.', en: 'A form is planned already for that day or later. Take that back first, or choose a later day.' };
export const BY_ANOTHER: Text = { lv: 'Veidlapu apstiprina cits cilvēks, ne tas, kas to izveidojis.', en: 'A form is confirmed by another person than whoever made it.' };
export const IS_CONFIRMED: Text = { lv: 'Veidlapa jau ir apstiprināta.', en: 'The form is confirmed already.' };
export const NOT_PLANNED: Text = { lv: 'Veidlapa jau ir spēkā vai lietota, tāpēc to nevar atsaukt. Izveidojiet jaunu no citas dienas.', en: 'The form holds or was used already, so that it cannot be taken back. Make a new one from another day on.' };
export const NO_SUCH_CERTIFICATE: Text = { lv: 'Tāda sertifikāta nav, vai jums to nav tiesību redzēt.', en: 'There is no such certificate, or you have no right to see it.' };
export const NOT_UNFIT: Text = { lv: 'Šo sertifikātu var drukāt, un vārds nav jālabo.', en: 'This certificate can be printed; its name needs no correction.' };
export const STILL_UNFIT: Text = { lv: 'Arī šādi fontā nav zīmju. Rakstiet ar latīņu burtiem.', en: 'The font does not have these letters either. Write with Latin letters.' };
export const NOTHING_TO_HAND_OUT: Text = { lv: 'Norisei vēl nav neviena sertifikāta, ko drīkst izsniegt. Sertifikāti ir redzami no rezultātu paziņošanas brīža.', en: 'The sitting has no certificate yet that may be handed out. Certificates can be seen from the instant when results are published.' };
export const NOBODY_TO_SEND: Text = { lv: 'Nav neviena, kam ziņu sūtīt: visi sertifikātu saņēmuši, ziņa jau nosūtīta vai nav adreses.', en: 'There is nobody to send it to: all have theirs, were told already or have no address.' };
export const NOT_IN_REGISTER: Text = { lv: 'Jūsu konts nav saistīts ar personu reģistrā, vai arī to vēl neesat apstiprinājis sadaļā “Mani pierakstīšanās līdzekļi”, tāpēc nav zināms, kuri dokumenti ir jūsu.', en: 'Your account is not linked to a person in the register, or you have not confirmed it yet under “My means of sign-in”, so it is not known which documents are yours.' };
export const NOT_YOUR_CHILD: Text = { lv: 'Šīs personas dokumentus jūs redzēt nevarat: jūs šodien viņu nepārstāvat.', en: 'You cannot see this person’s documents: you do not act for them today.' };
const ALREADY_ASKED: Text = { lv: 'Šis sertifikāts papīra formā jau ir pieprasīts.', en: 'This certificate was asked for on paper already.' };
export const NO_SUCH_REQUEST: Text = { lv: 'Tāda pieprasījuma nav.', en: 'There is no such request.' };
export const NOT_THIS_STEP: Text = { lv: 'Pieprasījums jau ir citā stāvoklī. Atjaunojiet lapu.', en: 'The request is in another state already. Reload the page.' };
export const NO_LONGER_HOLDS: Text = { lv: 'Sertifikāts ir atsaukts, un to neizdrukā. Pieprasītājs prasa izdruku jaunajam sertifikātam.', en: 'The certificate was revoked and is not printed. Whoever asked asks for a copy of the new one.' };
export const SAY_WHY: Text = { lv: 'Norādiet, kāpēc.', en: 'Say why.' };
export const NOT_PAID: Text = { lv: 'Maksa vēl nav atzīmēta kā saņemta. Izdruku sagatavo pēc tam.', en: 'The fee has not been noted as received. The copy is made after that.' };
export const PAID_WHEN: Text = { lv: 'Maksa nevar būt saņemta pirms pieprasījuma vai nākotnē.', en: 'The fee cannot have come before the request, or in the future.' };
export const SAY_WHERE: Text = { lv: 'Norādiet, kur un kad izdruku saņemt: to redzēs pieprasītājs.', en: 'Say where and when the copy is collected: whoever asked will see it.' };
export const SAY_ADDRESS: Text = { lv: 'Norādiet adresi, uz kuru sūtīt.', en: 'Give the address to send it to.' };

export const CERTIFICATES_CONSTRAINTS: ConstraintTexts = {
  one_open_sealing_of_an_event: GOES_ON,
  one_open_renewal: RENEWAL_GOES_ON,
  one_form_of_a_stage_at_a_time: FORM_PLANNED,
  words_of_a_form_stay: { lv: 'Veidlapas teksts pēc saglabāšanas nemainās. Izveidojiet jaunu no citas dienas.', en: 'The words of a form do not change once kept. Make a new one from another day on.' },
  one_open_request_of_a_certificate: ALREADY_ASKED,
  number_pkey: {
    lv: 'Diviem rezultātiem iznāk viens sertifikāta numurs (viens kārtotāja kods un eksāmens vienā gadā). Pārbaudiet, kurš no tiem ir spēkā.',
    en: 'Two results would have one number of a certificate (one candidate code and exam in a year). Check which of them holds.',
  },
  released_certificate_stays: { lv: 'Izdots sertifikāts nemainās.', en: 'A certificate that was released does not change.' },
};
