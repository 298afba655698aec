import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { EmptyState } from '#ui/empty-state.js';
import { Page } from '#ui/page.js';
import { custom, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { openRegistration, registerPupils } from '../../actions/register.js';
import { openSchoolSittings, openSittings } from '../../actions/view-sittings.js';
import { examName } from '../../domain/exam-words.js';
import { FormFrame } from '../frame.js';
import { W } from '../words.js';
import { atSchool, otherPath, SchoolPage, SchoolsPage, SITTINGS } from './page.js';
import { OTHERS } from './words.js';

export const sittingsRoutes: readonly WebRoute[] = [
  custom({
    method: 'GET',
    path: SITTINGS,
    async handle(_request, _reply, at) {
      const start = await at.perform(openSittings, at.raw);
      return start.only ? at.redirect({ to: atSchool(start.only.regNr) }) : at.send(<SchoolsPage view={at.view} start={start} />);
    },
  }),
  showPage({ path: `${SITTINGS}/institutions/:regNr`, action: openSchoolSittings, render: (found, view) => <SchoolPage view={view} found={found} /> }),
  formPage({
    path: `${SITTINGS}/institutions/:regNr/register/:eventId`,
    load: openRegistration,
    loadInput: ({ regNr, eventId }) => ({ regNr, eventId }),
    render: ({ school, event, pupils, today }, view, attempt) => {
      const { lang, t } = view;
      const back = [{ text: W.sittings, href: SITTINGS }, { text: school.name, href: atSchool(school.regNr, event.year) }];
      const title = examName(event);
      if (pupils.length === 0) {
        return (
          <Page {...view.frame} title={t(title)} breadcrumbs={[...back, { text: title }]}>
            <h1>{t(title)}</h1>
            <EmptyState lang={lang} title={NOBODY} hint={NOBODY_HINT}>
              <a href={otherPath(school.regNr, event.id)}>{t(OTHERS)}</a>
            </EmptyState>
          </Page>
        );
      }
      const field = fieldsOf({ lang, ...attempt });
      const secondary = event.stage === 'secondary';
      const lead = fill(secondary ? SECONDARY_LEAD : BASIC_LEAD, { applications: readableDay(event.applicationsUntil), changes: readableDay(event.changesUntil) });
      return (
        <FormFrame view={view} attempt={attempt} title={title} lead={lead} back={back} save={REGISTER} wide>
          {secondary && <DateField {...field('appliedOn', today)} label={APPLIED_ON} max={today} />}
          <Checkboxes {...field('persons', secondary ? [] : pupils.map(({ personId }) => personId))} label={PUPILS} options={pupils.map((pupil) => ({ value: pupil.personId, label: `${pupil.family} ${pupil.given}, ${pupil.classTitle}` }))} />
          <p>
            <a href={otherPath(school.regNr, event.id)}>{t(OTHERS)}</a>
          </p>
        </FormFrame>
      );
    },
    action: registerPupils,
    done: ({ sittingId, entries }) => ({ to: `${SITTINGS}/sittings/${sittingId}`, notice: fill(REGISTERED, { n: entries }) }),
  }),
];

const PUPILS: Text = { lv: 'Izglītojamie', en: 'Pupils' };
const REGISTER: Text = { lv: 'Reģistrēt', en: 'Register' };
const REGISTERED: Text = { lv: 'Reģistrēti kārtotāji: {n}. Pārbaudiet sarakstu un apstipriniet to.', en: 'Candidates registered: {n}. Check the list and confirm it.' };
const APPLIED_ON: Text = { lv: 'Pieteikuma diena', en: 'Day of the application' };
const BASIC_LEAD: Text = { lv: '9. klases izglītojamos reģistrē skola; pieteikums nav vajadzīgs. Reģistrēt var līdz {changes}', en: 'Pupils of grade 9 are registered by the school without an application, until {changes}' };
const SECONDARY_LEAD: Text = { lv: 'Atzīmējiet tos, kuri iesnieguši pieteikumu. Pieteikumus pieņem līdz {applications}, izvēli maina līdz {changes}', en: 'Choose those who have applied. Applications are taken until {applications}, choices change until {changes}' };
const NOBODY: Text = { lv: 'Nav izglītojamo, kas vēl jāreģistrē', en: 'There are no pupils left to register' };
const NOBODY_HINT: Text = { lv: 'Ja kāda trūkst, pārbaudiet, vai viņš izglītības reģistrā ir šajā klasē.', en: 'If somebody is missing, see whether the education register has them in this grade.' };
