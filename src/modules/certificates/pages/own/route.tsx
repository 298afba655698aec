import { examName } from '#modules/exams/public.js';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Radios } from '#ui/form/radios.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextArea } from '#ui/form/text-area.js';
import { button, custom, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { downloadOwn, viewOwnCertificates } from '../../actions/own-certificates.js';
import { askForPaper, openPaperForm, withdrawRequest } from '../../actions/paper.js';
import { DELIVERIES, DELIVERY_WORDS, euros, PAPER_REASONS, REASON_WORDS } from '../../domain/paper.js';
import { FormFrame } from '../form-frame.js';
import { sendContainer } from '../send-container.js';
import { MINE, W } from '../words.js';
import { OwnPage } from './page.js';

export const ownRoutes: readonly WebRoute[] = [
  showPage({ path: MINE, action: viewOwnCertificates, render: (own, view) => <OwnPage view={view} own={own} /> }),
  custom({ method: 'POST', path: `${MINE}/:id/download`, handle: async (_request, reply, { raw, perform }) => sendContainer(reply, await perform(downloadOwn, { id: raw['id'] })) }),
  formPage({
    path: `${MINE}/:id/paper`,
    load: openPaperForm,
    loadInput: ({ id }) => ({ id }),
    render: ({ certificate, terms: { fees, basis, dueOn } }, view, attempt) => {
      const field = fieldsOf({ lang: view.lang, ...attempt });
      const priced = DELIVERIES.map((value) => ({ value, label: { lv: `${DELIVERY_WORDS[value].lv}: ${euros(fees[value]).lv}`, en: `${DELIVERY_WORDS[value].en}: ${euros(fees[value]).en}` } }));
      return (
        <FormFrame view={view} attempt={attempt} title={W.askPaper} lead={fill(LEAD, { number: certificate.number, day: readableDay(dueOn) })} back={[{ text: W.mine, href: `${MINE}?person=${certificate.personId}` }]} save={SEND}>
          <p>{view.t(examName(certificate))}</p>
          <SelectField {...field('reason')} label={W.reason} options={PAPER_REASONS.map((value) => ({ value, label: REASON_WORDS[value] }))} emptyOption={CHOOSE} />
          <TextArea {...field('explanation')} label={EXPLANATION} hint={EXPLANATION_HINT} rows={2} maxLength={500} optional />
          <Radios {...field('delivery', 'collected')} label={DELIVERY} options={priced} />
          {basis && <p>{view.t(FEE_BASIS)}: <span lang="lv">{basis}</span></p>}
          <TextArea {...field('address')} label={ADDRESS} hint={ADDRESS_HINT} rows={2} maxLength={300} optional />
        </FormFrame>
      );
    },
    action: askForPaper,
    done: ({ certificate, dueOn }) => ({ to: `${MINE}?person=${certificate.personId}`, notice: fill(ASKED, { day: readableDay(dueOn) }) }),
  }),
  button({ path: `${MINE}/requests/:id/withdraw`, action: withdrawRequest, done: ({ personId }) => ({ to: `${MINE}?person=${personId}`, notice: WITHDRAWN }) }),
];

const LEAD: Text = {
  lv: 'Sertifikāts {number}. Oriģināls ir e-dokuments; papīra formā izsniedz apliecinātu izdruku par maksu līdz {day}',
  en: 'Certificate {number}. The original is the e-document; on paper an attested print is delivered for a fee by {day}',
};
const SEND: Text = { lv: 'Iesniegt', en: 'Submit' };
const CHOOSE: Text = { lv: 'Izvēlieties', en: 'Choose' };
const EXPLANATION: Text = { lv: 'Paskaidrojums', en: 'Explanation' };
const EXPLANATION_HINT: Text = { lv: 'Jāraksta, ja iemesls ir cits', en: 'Needed where the reason is another' };
const DELIVERY: Text = { lv: 'Kā saņemsiet', en: 'How you get it' };
const FEE_BASIS: Text = { lv: 'Maksas pamats', en: 'Basis of the fee' };
const ADDRESS: Text = { lv: 'Adrese', en: 'Address' };
const ADDRESS_HINT: Text = { lv: 'Jāraksta, ja sūtīt pa pastu', en: 'Needed when it is sent by post' };
const ASKED: Text = { lv: 'Pieprasījums ir iesniegts. Izsniegs līdz {day}', en: 'The request has been submitted. It will be delivered by {day}' };
const WITHDRAWN: Text = { lv: 'Pieprasījums ir atsaukts.', en: 'The request has been withdrawn.' };
