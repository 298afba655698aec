import type { Text } from '#kernel/text.js';
import type { ConstraintTexts } from '#platform/db/constraint-errors.js';

export const NO_SUCH_COURSE: Text = { lv: 'Šāda kursa nav, vai tas vēl nav publicēts.', en: 'There is no such course, or it has not been published yet.' };
export const NO_SUCH_ATTEMPT: Text = { lv: 'Šāda mēģinājuma nav.', en: 'There is no such attempt.' };
export const NO_SUCH_CERTIFICATE: Text = { lv: 'Šādas apliecības nav, vai jums nav tiesību to redzēt.', en: 'There is no such certificate, or you may not see it.' };
export const NO_SUCH_REMOTE: Text = { lv: 'Šādu attālinātu mācību nav.', en: 'There is no such remote course.' };
export const NO_SUCH_PARTICIPANT: Text = { lv: 'Šāda dalībnieka nav.', en: 'There is no such participant.' };
export const NO_SUCH_REQUIREMENT: Text = { lv: 'Šādas prasības nav, vai tā jau ir beigusies.', en: 'There is no such requirement, or it has ended already.' };
export const NO_ACTIVE_LOGIN: Text = { lv: 'Šāda lietotāja nav, vai viņš ir apturēts. Pārbaudiet lietotājvārdu.', en: 'There is no such user, or they are suspended. Check the user name.' };
export const NOT_YOUR_PLACE: Text = { lv: 'Par šo vietu jūs neesat atbildīgs. Izvēlieties citu.', en: 'You are not responsible for this place. Choose another.' };
export const IN_THE_PAST: Text = { lv: 'Diena jau ir pagājusi. Norādiet šodienu vai vēlāku dienu.', en: 'The day has passed. Give today or a later day.' };
export const ATTEMPT_OVER: Text = { lv: 'Šis mēģinājums jau ir pabeigts. Rezultātu skatiet sadaļā “Mācības”.', en: 'This attempt is finished already. See its result under “Training”.' };
export const CHOOSE_AN_ANSWER: Text = { lv: 'Izvēlieties atbildi.', en: 'Choose an answer.' };
export const ANSWER_ALL_FIRST: Text = { lv: 'Vispirms atbildiet uz iepriekšējo lapu jautājumiem.', en: 'First answer the questions of the earlier pages.' };
export const NO_DRAFT: Text = { lv: 'Kursam nav melnraksta. Vispirms saglabājiet izmaiņas.', en: 'The course has no draft. First save the changes.' };
export const NOT_TRIED: Text = {
  lv: 'Neviens izmēģinātājs vēl nav atzinis melnrakstu par derīgu. Uzaiciniet kādu un sagaidiet atbildi.',
  en: 'Nobody who was asked to try the draft has found it fit yet. Ask someone and wait for the answer.',
};
export const NOT_YOUR_OWN: Text = { lv: 'Savu tekstu neizmēģina pats. Norādiet citu lietotāju.', en: 'Nobody tries their own text. Name another user.' };
export const STILL_REQUIRED: Text = {
  lv: 'Kursu kāda loma vēl prasa. Vispirms izbeidziet prasības, lai tiesības negaidītu kursu, ko vairs nevar apgūt.',
  en: 'Some role still asks for the course. First end the requirements, so that no right waits for a course that cannot be taken.',
};
export const APPLY_OVER: Text = { lv: 'Pieteikšanās ir beigusies, vai mācības jau ir sākušās.', en: 'The time for applications is over, or the course has begun.' };
export const CANCELLED: Text = { lv: 'Mācības ir atceltas.', en: 'The course has been cancelled.' };
export const WAS_HELD: Text = {
  lv: 'Mācības ir notikušas: kāds ir atzīmēts kā klātesošs. Ja tas ir kļūdaini, vispirms noņemiet šīs atzīmes.',
  en: 'The course was held: somebody is marked as present. If that is a mistake, first take these marks back.',
};
export const NOT_BEGUN: Text = { lv: 'Klātbūtni atzīmē no mācību sākuma.', en: 'Attendance is marked once the course has begun.' };
export const HAS_BEGUN: Text = {
  lv: 'Mācības jau ir sākušās, tāpēc to sākumu vairs nemaina: no tā skaita rezultātus.',
  en: 'The course has begun, so its beginning can no longer be changed: results count from it.',
};
export const QUESTIONS_STAY: Text = {
  lv: 'Kāds jau ir atbildējis, tāpēc jautājumus vairs nevar mainīt.',
  en: 'Somebody has answered already, so the questions can no longer be changed.',
};
export const SEATS_TAKEN: Text = { lv: 'Vietu nevar būt mazāk nekā jau apstiprinātu dalībnieku ({n}).', en: 'There cannot be fewer seats than participants already confirmed ({n}).' };
export const ENDS_BEFORE: Text = { lv: 'Beigām jābūt pēc sākuma.', en: 'The end must be after the beginning.' };
export const APPLY_BEFORE_START: Text = { lv: 'Pieteikšanās beidzas ne vēlāk kā sākuma dienā.', en: 'Applications end on the first day at the latest.' };
export const ANSWER_NEEDED: Text = { lv: 'Uz šo jautājumu ir jāatbild.', en: 'This question must be answered.' };
export const ALREADY_MARKED: Text = { lv: 'Klātbūtne jau ir atzīmēta, tāpēc dalību vairs nevar atsaukt.', en: 'Attendance has been marked, so the participation can no longer be withdrawn.' };
export const ENGLISH_DIFFERS: Text = { lv: 'Angliski jājautā tas pats, kas latviski.', en: 'The English questions must ask the same as the Latvian ones.' };
export const LINE: Text = { lv: '{line}. rinda: {words}', en: 'Line {line}: {words}' };

export const TRAINING_CONSTRAINTS: ConstraintTexts = {
  sent_to_a_course_once: { lv: 'Šis lietotājs uz šīm mācībām jau ir deleģēts.', en: 'This user has already been sent to this course.' },
  one_draft_of_a_course: { lv: 'Kursam jau ir melnraksts. Atveriet to vēlreiz.', en: 'The course has a draft already. Open it again.' },
  one_result_of_an_attempt: ATTEMPT_OVER,
  a_published_version_stays: { lv: 'Publicētu redakciju nemaina. Sagatavojiet jaunu.', en: 'A published version is not changed. Prepare a new one.' },
};
