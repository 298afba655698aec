import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { TextField } from '#ui/form/text-field.js';
import { formPage } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { endHead, recordHead } from '../../actions/head.js';
import { openCardForm } from '../../actions/open-forms.js';
import { type CardHead, stateOn } from '../../domain/card.js';
import { Instead } from '../correct/frame.js';
import { headName, WORDS } from '../words.js';
import { HeadFields } from './fields.js';
import { RecordPage } from './frame.js';

export const headRoute = formPage({
  path: '/institutions/:regNr/head',
  load: openCardForm,
  render: ({ institution, card }, view, attempt) => {
    const { head } = stateOn(card, view.today);
    const field = fieldsOf({ lang: view.lang, ...attempt });
    return (
      <RecordPage
        view={view}
        title={TITLE}
        attempt={attempt}
        institution={institution}
        before={
          <>
            {head && <p>{view.t(fill(LEAVES, { name: headName(view, head) }))}</p>}
            <p>{view.t(NAME_IS_PUBLIC)}</p>
          </>
        }
        after={head && <Instead view={view} href={`/institutions/${institution.regNr}/head-end`} text={NOBODY_FOLLOWS} />}
      >
        <HeadFields field={field} />
        <DateField {...field('from', view.today)} label={WORDS.from} min={institution.foundedOn} />
      </RecordPage>
    );
  },
  action: recordHead,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: RECORDED }),
});

export const endHeadRoute = formPage({
  path: '/institutions/:regNr/head-end',
  load: openCardForm,
  render: ({ institution, card }, view, attempt) => {
    const field = fieldsOf({ lang: view.lang, ...attempt });
    return (
      <RecordPage view={view} title={END} attempt={attempt} institution={institution} danger before={<Present view={view} head={stateOn(card, view.today).head} />}>
        <DateField {...field('from', view.today)} label={FIRST_DAY_WITHOUT} min={institution.foundedOn} />
        <TextField {...field('basis')} label={WORDS.basis} hint={END_HINT} width="full" />
      </RecordPage>
    );
  },
  action: endHead,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: ENDED }),
});

const Present = ({ view, head }: { view: View; head: CardHead | null }): VNode => <p>{head ? view.t(fill(UNTIL_SUCCESSOR, { name: headName(view, head) })) : view.t(NOBODY)}</p>;

const TITLE: Text = { lv: 'Jauns vadītājs', en: 'New head' };
const LEAVES: Text = { lv: 'Tagad iestādi vada {name}. Līdzšinējā vadītāja pilnvaras beigsies dienā, kad sākas jaunā.', en: 'The head now is {name}. That term of office ends on the day on which the new one begins.' };
const NAME_IS_PUBLIC: Text = {
  lv: 'Vadītājs ir amatpersona, tāpēc vārdu un uzvārdu iestādes lapā redz ikviens. Personas kodu nerāda nekur.',
  en: 'A head holds an office, so everyone sees the name on the institution’s page. The personal code is shown nowhere.',
};
const NOBODY_FOLLOWS: Text = { lv: 'Vadītājs aiziet, pēcteča vēl nav', en: 'The head leaves and nobody follows yet' };
const RECORDED: Text = { lv: 'Vadītājs ierakstīts.', en: 'The head is recorded.' };
const END: Text = { lv: 'Vadītāja pilnvaru beigas', en: 'End of the head’s term of office' };
const UNTIL_SUCCESSOR: Text = { lv: 'Iestādi vada {name}. No norādītās dienas vadītāja nebūs, līdz ierakstīs jaunu.', en: 'The head is {name}. From the day that you give there will be none until another one is recorded.' };
const NOBODY: Text = { lv: 'Šodien iestādei vadītājs nav ierakstīts.', en: 'No head of the institution is recorded today.' };
const FIRST_DAY_WITHOUT: Text = { lv: 'Pirmā diena bez vadītāja', en: 'First day without the head' };
const END_HINT: Text = { lv: 'Piemēram, rīkojums par atbrīvošanu no amata ar datumu un numuru', en: 'For example an order of dismissal with its date and number' };
const ENDED: Text = { lv: 'Vadītāja pilnvaru beigas ierakstītas.', en: 'The end of the head’s term of office is recorded.' };
