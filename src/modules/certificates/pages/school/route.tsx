import { Readable } from 'node:stream';
import type { VNode } from 'preact';
import { LOOK_REASONS } from '#modules/persons/public.js';
import { examName, examTitle } from '#modules/exams/public.js';
import { namedPage, standingReasonOf } from '#modules/education/public.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { InvalidInput } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Radios } from '#ui/form/radios.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextArea } from '#ui/form/text-area.js';
import { zip } from '#platform/spreadsheets/zip.js';
import { type Attempt, custom, formPage, showPage, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { downloadForSchool, handOutSitting, lookInsideCertificate, openHandOver, openInside, readHandedOut, recordHandOver } from '../../actions/hand-out.js';
import { openCertificates, openSchoolCertificates, type ShownCertificate, viewCertificate, viewSittingCertificates } from '../../actions/view-certificates.js';
import { handOut, sealCertificates } from '../../permissions.js';
import { FormFrame } from '../form-frame.js';
import { sendContainer } from '../send-container.js';
import { CERTIFICATES, certificatePath, schoolPath, W } from '../words.js';
import { CardPage } from './card.js';
import { giveAllRoutes, HAND_OVERS, REMARK_HINT } from './give-all.js';
import { SchoolPage, SchoolsPage } from './list.js';
import { SittingPage } from './sitting.js';

const SITTING = `${CERTIFICATES}/sittings/:id`;
const ONE = `${CERTIFICATES}/:id`;

export const schoolRoutes: readonly WebRoute[] = [
  custom({
    method: 'GET',
    path: CERTIFICATES,
    async handle(_request, _reply, at) {
      const start = await at.perform(openCertificates, at.raw);
      return start.only ? at.redirect({ to: schoolPath(start.only.regNr) }) : at.send(<SchoolsPage view={at.view} start={start} maySeal={!isNowhere(scopeOf(at.view.actor, sealCertificates))} />);
    },
  }),
  showPage({ path: `${CERTIFICATES}/institutions/:regNr`, action: openSchoolCertificates, render: (found, view) => <SchoolPage view={view} found={found} /> }),
  namedPage({ path: SITTING, action: viewSittingCertificates, render: (shown, view) => <SittingPage view={view} shown={shown} /> }),
  custom({
    method: 'POST',
    path: `${SITTING}/archive`,
    async handle(_request, reply, { view, raw, perform }) {
      const reason = standingReasonOf(view.actor, handOut);
      const { sitting } = await perform(handOutSitting, { id: raw['id'] }, reason);
      const { entries } = await perform(readHandedOut, { id: raw['id'] }, reason);
      const name = `${view.t(examTitle(sitting))} ${sitting.regNr}.zip`.replaceAll('/', '-');
      return reply.type('application/zip').header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`).send(Readable.from(zip(entries.map(({ path, content }) => ({ path, content: contentOf(content) })))));
    },
  }),
  ...giveAllRoutes,
  namedPage({ path: ONE, action: viewCertificate, render: (card, view) => <CardPage view={view} card={card} /> }),
  custom({
    method: 'POST',
    path: `${ONE}/download`,
    handle: async (_request, reply, { view, raw, perform }) => sendContainer(reply, await perform(downloadForSchool, { id: raw['id'] }, standingReasonOf(view.actor, handOut))),
  }),
  custom({
    method: 'GET',
    path: `${ONE}/inside`,
    handle: async (_request, _reply, at) => at.send(<InsideForm view={at.view} certificate={await at.perform(openInside, { id: at.raw['id'] })} attempt={{ values: {}, errors: [] }} />),
  }),
  custom({
    method: 'POST',
    path: `${ONE}/inside`,
    async handle(_request, reply, at) {
      const { raw, view } = at;
      const chosen = typeof raw['reason'] === 'string' && Object.hasOwn(LOOK_REASONS, raw['reason']) ? raw['reason'] : '';
      try {
        return sendContainer(reply, await at.perform(lookInsideCertificate, { id: raw['id'] }, chosen));
      } catch (error) {
        if (!(error instanceof InvalidInput) || chosen !== '') throw error;
        return at.send(<InsideForm view={view} certificate={await at.perform(openInside, { id: raw['id'] })} attempt={{ values: raw, errors: error.fields }} />, error.status);
      }
    },
  }),
  formPage({
    path: `${ONE}/handed-over`,
    load: openHandOver,
    loadInput: ({ id }) => ({ id }),
    render: (certificate, view, attempt) => {
      const field = fieldsOf({ lang: view.lang, ...attempt });
      return (
        <FormFrame view={view} attempt={attempt} title={HANDED} back={[{ text: examName(certificate), href: certificatePath(certificate.id) }]}>
          <Radios {...field('how', 'handed over')} label={W.how} options={HAND_OVERS} />
          <TextArea {...field('remark')} label={W.remark} hint={REMARK_HINT} rows={2} maxLength={300} />
        </FormFrame>
      );
    },
    action: recordHandOver,
    done: ({ id }) => ({ to: certificatePath(id), notice: W.saved }),
  }),
];

const InsideForm = ({ view, certificate, attempt }: { view: View; certificate: ShownCertificate; attempt: Attempt }): VNode => (
  <FormFrame view={view} attempt={attempt} title={WHY_OPEN} lead={WHY_LEAD} back={[{ text: examName(certificate), href: certificatePath(certificate.id) }]} save={OPEN}>
    <SelectField {...fieldsOf({ lang: view.lang, ...attempt })('reason')} label={W.reason} options={Object.entries(LOOK_REASONS).map(([value, label]) => ({ value, label }))} emptyOption={CHOOSE} />
  </FormFrame>
);

/** Read only when its turn in the archive comes. */
async function* contentOf(read: () => Promise<{ readonly content: Buffer } | undefined>): AsyncGenerator<Uint8Array> {
  const file = await read();
  if (file) yield file.content;
}

const WHY_OPEN: Text = { lv: 'Kādēļ atverat sertifikātu?', en: 'Why do you open the certificate?' };
const WHY_LEAD: Text = { lv: 'Iemesls paliek audita žurnālā, un to redz arī sertifikāta īpašnieks.', en: 'The reason stays in the audit log, and the holder of the certificate sees it too.' };
const OPEN: Text = { lv: 'Atvērt', en: 'Open' };
const CHOOSE: Text = { lv: 'Izvēlieties', en: 'Choose' };
const HANDED: Text = { lv: 'Sertifikāts izsniegts citādi', en: 'Certificate given another way' };
