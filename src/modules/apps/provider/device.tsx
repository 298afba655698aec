import type { Client, KoaContextWithOIDC } from 'oidc-provider';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { HiddenFields } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import { factsOf } from './client-metadata.js';
import { noteVerdict } from './device-tries.js';
import { show } from './show.js';

const secretOf = (ctx: KoaContextWithOIDC) => (ctx.oidc.session as unknown as { state: { secret: string } }).state.secret;

/** Where the code that a device shows is typed in; never filled in by a link, which a stranger might have sent (RFC 8628, 5.4). */
export function showCodeInput(ctx: KoaContextWithOIDC, _form: string, _out?: unknown, error?: Error & { userCode?: string }): void {
  const message = error && messageOf(error);
  if (error && OF_NO_DEVICE.includes(error.name)) noteVerdict(ctx, 'wrong');
  if (error?.name === 'AbortedError') {
    noteVerdict(ctx, 'refused');
    return showRefused(ctx);
  }
  show(ctx, (view) => {
    const errors = message ? [{ field: 'user_code', message }] : [];
    const field = fieldsOf({ lang: view.lang, values: {}, errors });
    return (
      <Page {...view.frame} title={view.t(TITLE)}>
        <ErrorSummary lang={view.lang} errors={errors} />
        <h1>{view.t(TITLE)}</h1>
        <Lead>{view.t(LEAD)}</Lead>
        <form class="form" method="post" action={ctx.oidc.urlFor('code_verification')}>
          <HiddenFields values={{ xsrf: secretOf(ctx) }} />
          <TextField {...field('user_code')} label={CODE} hint={CODE_HINT} width="medium" autoComplete="off" />
          <ButtonRow>
            <Button>{view.t(GO_ON)}</Button>
          </ButtonRow>
        </form>
      </Page>
    );
  });
}

/** Of no device that waits; nothing entered and a refusal are no guesses. */
const OF_NO_DEVICE: readonly string[] = ['NotFoundError', 'ExpiredError', 'AlreadyUsedError'];

/** By their names: the library keeps the classes to itself. */
function messageOf(error: Error): Text {
  switch (error.name) {
    case 'NoCodeError':
      return MESSAGES.none;
    case 'NotFoundError':
      return MESSAGES.unknown;
    case 'ExpiredError':
      return MESSAGES.late;
    case 'AlreadyUsedError':
      return MESSAGES.used;
    default:
      return MESSAGES.failed;
  }
}

const MESSAGES = {
  none: { lv: 'Ierakstiet kodu, ko rāda ierīce.', en: 'Enter the code that the device shows.' },
  unknown: { lv: 'Šāda koda nav. Pārbaudiet, ko rāda ierīce, un ierakstiet vēlreiz.', en: 'There is no such code. Look at the device and enter it again.' },
  late: { lv: 'Koda laiks ir beidzies. Sāciet ierīcē no jauna.', en: 'The code has run out. Begin again on the device.' },
  used: { lv: 'Kods jau ir izmantots. Ja neesat ienācis, sāciet ierīcē no jauna.', en: 'The code has been used already. If you are not in, begin again on the device.' },
  failed: { lv: 'Neizdevās. Sāciet ierīcē no jauna.', en: 'This failed. Begin again on the device.' },
} as const satisfies Record<string, Text>;

/** Shows what is about to be let in and where it stands, so that a person who was tricked into typing a code can see it. */
export function showDevice(ctx: KoaContextWithOIDC, _form: string, client: Client, deviceInfo: Record<string, unknown>, userCode: string): void {
  noteVerdict(ctx, 'right');
  const { title, owner } = factsOf(client);
  const name = ctx.oidc.entities.DeviceCode?.params?.['device_name'];
  show(ctx, (view) => (
    <Page {...view.frame} title={view.t(CONFIRM)}>
      <h1>{view.t(CONFIRM)}</h1>
      <SummaryList
        lang={view.lang}
        items={[
          { key: PROGRAM, value: view.t(title) },
          { key: OWNER, value: owner ?? view.t(COUNTRY) },
          ...(typeof name === 'string' && name ? [{ key: DEVICE, value: name.slice(0, 100) }] : []),
          { key: ADDRESS, value: String(deviceInfo['address'] ?? '–') },
          { key: CODE, value: userCode },
        ]}
      />
      <Notice lang={view.lang} tone="warning" title={ONLY_YOURS}>
        <p>{view.t(ONLY_YOURS_TEXT)}</p>
      </Notice>
      <form class="form" method="post" action={ctx.oidc.urlFor('code_verification')}>
        <HiddenFields values={{ xsrf: secretOf(ctx), user_code: userCode, confirm: 'yes' }} />
        <ButtonRow>
          <Button>{view.t(LET_IN)}</Button>
          <Button variant="secondary" name="abort" value="yes">
            {view.t(REFUSE)}
          </Button>
        </ButtonRow>
      </form>
    </Page>
  ));
}

export function showDeviceDone(ctx: KoaContextWithOIDC): void {
  show(ctx, (view) => (
    <Page {...view.frame} title={view.t(DONE)}>
      <h1>{view.t(DONE)}</h1>
      <Lead>{view.t(DONE_LEAD)}</Lead>
    </Page>
  ));
}

/** What the person wanted came about: no fault of what they typed. */
function showRefused(ctx: KoaContextWithOIDC): void {
  show(ctx, (view) => (
    <Page {...view.frame} title={view.t(REFUSED)}>
      <h1>{view.t(REFUSED)}</h1>
      <Lead>{view.t(REFUSED_LEAD)}</Lead>
    </Page>
  ));
}

const TITLE: Text = { lv: 'Ierīces kods', en: 'Code of a device' };
const LEAD: Text = { lv: 'Ierakstiet kodu, ko rāda programma ierīcē, pie kuras strādājat.', en: 'Enter the code shown by the program on the device you are working at.' };
const CODE: Text = { lv: 'Kods', en: 'Code' };
const CODE_HINT: Text = { lv: 'Astoņi burti, piemēram, BDWP-HQPK', en: 'Eight letters, as in BDWP-HQPK' };
const GO_ON: Text = { lv: 'Turpināt', en: 'Continue' };
const CONFIRM: Text = { lv: 'Vai ielaist šo ierīci?', en: 'Let this device in?' };
const PROGRAM: Text = { lv: 'Programma', en: 'Program' };
const OWNER: Text = { lv: 'Iestāde vai pašvaldība', en: 'Institution or municipality' };
const COUNTRY: Text = { lv: 'Latvija', en: 'Latvia' };
const DEVICE: Text = { lv: 'Dators (kā to nosauc programma)', en: 'Computer (as the program calls it)' };
const ADDRESS: Text = { lv: 'Tīkla adrese', en: 'Network address' };
const ONLY_YOURS: Text = { lv: 'Turpiniet tikai tad, ja kods ir jūsu priekšā', en: 'Go on only if the code is in front of you' };
const ONLY_YOURS_TEXT: Text = {
  lv: 'Ja kodu kāds atsūtīja vai nosauca pa tālruni, atsakiet: citādi svešinieks strādās jūsu vārdā.',
  en: 'If someone sent you the code or told it by phone, refuse: otherwise a stranger will work in your name.',
};
const LET_IN: Text = { lv: 'Ielaist', en: 'Let it in' };
const REFUSE: Text = { lv: 'Atteikt', en: 'Refuse' };
const REFUSED: Text = { lv: 'Ierīcei ir atteikts', en: 'The device has been refused' };
const REFUSED_LEAD: Text = { lv: 'Tā neko nesaņēma. Šo lapu var aizvērt.', en: 'It was given nothing. You may close this page.' };
const DONE: Text = { lv: 'Ierīce ir ielaista', en: 'The device has been let in' };
const DONE_LEAD: Text = { lv: 'Atgriezieties pie ierīces. Šo lapu var aizvērt.', en: 'Go back to the device. You may close this page.' };
