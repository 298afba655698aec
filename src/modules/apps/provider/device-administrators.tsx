import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Text } from '#kernel/text.js';
import { ADMINISTRATIVE, assuranceOf, proveAgain } from '#modules/authentication/public.js';
import { identityOf } from '#platform/http/identity.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { documentOf, type ViewOf } from '#web/add-web-route.js';
import { MOUNT } from '../domain/issuer.js';

/** Where administrators are told by what they may let a device in. */
export const WITH_PASSKEY = `${MOUNT}/device-with-passkey`;

/** A word of RFC 8176: a key that was in the hand, and answers to this address alone. */
const KEY_IN_HAND = 'hwk';

/** Whoever decides about the rights of others lets devices in only with a key that cannot be phished: a stranger's device would work with their rights. */
export const needsPasskey = (request: FastifyRequest): boolean =>
  ADMINISTRATIVE.some((permission) => identityOf(request).actor.scopes.has(permission)) && !assuranceOf(request)?.amr.includes(KEY_IN_HAND);

export function addPageForAdministrators(server: FastifyInstance, viewOf: ViewOf): void {
  server.get(WITH_PASSKEY, { schema: { hide: true } }, async (request, reply) => {
    const view = viewOf(request, reply);
    const page = (
      <Page {...view.frame} title={view.t(TITLE)}>
        <h1>{view.t(TITLE)}</h1>
        <Lead>{view.t(LEAD)}</Lead>
        <ButtonRow>
          <ButtonLink href={proveAgain(`${MOUNT}/device`, 'substantial')}>{view.t(USE)}</ButtonLink>
          <ButtonLink href="/my/sign-in" variant="secondary">
            {view.t(ADD)}
          </ButtonLink>
        </ButtonRow>
      </Page>
    );
    return reply.code(403).type('text/html; charset=utf-8').send(documentOf(page));
  });
}

const TITLE: Text = { lv: 'Ierīcei vajadzīga jūsu piekļuves atslēga', en: 'The device needs your passkey' };
const LEAD: Text = {
  lv: 'Jūs lemjat par citu cilvēku tiesībām vai pierakstīšanos. Tāpēc ierīces kodu varat ievadīt tikai tad, kad esat pierakstījies ar piekļuves atslēgu vai drošības atslēgu: to svešinieks nevar izvilināt.',
  en: 'You decide about the rights or the sign-in of others. Therefore you can enter the code of a device only once you have signed in by a passkey or a security key: no stranger can coax that out of you.',
};
const USE: Text = { lv: 'Apstiprināt ar piekļuves atslēgu', en: 'Confirm by passkey' };
const ADD: Text = { lv: 'Pievienot piekļuves atslēgu', en: 'Add a passkey' };
