import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';
import type { InteractionResults } from 'oidc-provider';
import { errors } from 'oidc-provider';
import { isAtLeast, type Level, proveAgain } from '#modules/authentication/public.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { identityOf } from '#platform/http/identity.js';
import { hasChosenLanguage, wishedLanguage } from '#platform/http/language.js';
import { documentOf, type ViewOf } from '#web/add-web-route.js';
import { giveConsent } from '../actions/consent.js';
import { acrOf } from '../domain/levels.js';
import { factsOf } from './client-metadata.js';
import { CONTINUE } from './configuration.js';
import { ConsentPage, GoOnPage, LatePage, TooLowPage } from './continue-pages.js';
import { addressOfDevice, levelNeeded } from './level-needed.js';
import { type SignedIn, signedInOf } from './signed-in.js';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** The pages between a program's request and its answer: sign in, sign in more surely, see which data goes where. */
export function addContinuePages(server: FastifyInstance, platform: Platform, viewOf: ViewOf, provider: () => Promise<Provider>): void {
  const hidden = { schema: { hide: true } };
  const path = `${CONTINUE}/:uid`;
  server.get(path, hidden, (request, reply) => whenKnown(request, reply, goOn));
  server.post(path, hidden, (request, reply) => whenKnown(request, reply, decide));

  async function whenKnown(request: FastifyRequest, reply: FastifyReply, then: (at: At) => Promise<FastifyReply>) {
    const op = await provider();
    const view = viewOf(request, reply);
    const send = (page: Parameters<typeof documentOf>[0], status = 200) => reply.code(status).type('text/html; charset=utf-8').send(documentOf(page));
    try {
      const interaction = await op.interactionDetails(request.raw, reply.raw);
      const client = (await op.Client.find(String(interaction.params['client_id'])))!;
      return await then({ request, reply, op, interaction, own: factsOf(client), clientId: client.clientId, view, send, signedIn: signedInOf(request, platform) });
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      return send(<LatePage view={view} />, 400);
    }
  }

  async function goOn(at: At): Promise<FastifyReply> {
    const { interaction, signedIn, reply, own, view } = at;
    const here = `${CONTINUE}/${interaction.uid}`;
    const lang = wishedLanguage(interaction.params['ui_locales']);
    if (lang && !hasChosenLanguage(at.request)) return reply.redirect(`${here}?lang=${lang}`, 303);
    if (!signedIn) return reply.redirect(`/sign-in?${new URLSearchParams({ to: here })}`, 303);
    if (interaction.prompt.name === 'consent') {
      if (own.firstParty) return finish(at, { consent: {} });
      return at.send(<ConsentPage view={view} program={own} scopes={scopesOf(interaction)} lasting={isLasting(interaction)} back={here} />);
    }
    const needed = await levelNeeded(platform, { own, acrValues: interaction.params['acr_values'], signedIn, deviceAddress: await deviceBehind(at) });
    if (!isAtLeast(signedIn.level, needed)) return stepUp(at, needed, here);
    if (mustProveAnew(interaction) && signedIn.provenAt < startOf(interaction)) return reply.redirect(proveAgain(here, signedIn.level), 303);
    if (isOtherSubject(interaction)) return finish(at, { error: 'login_required', error_description: 'another person is signed in' });
    return finish(at, { login: loginOf(signedIn) });
  }

  async function deviceBehind({ op, interaction }: At): Promise<string | undefined> {
    return interaction.deviceCode ? addressOfDevice(await op.DeviceCode.find(interaction.deviceCode, { ignoreExpiration: true })) : undefined;
  }

  /** Once to the page that raises a session; who comes back no surer is told what is missing. */
  function stepUp({ request, reply, send, view, own }: At, needed: Level, here: string) {
    const tried = (request.query as { tried?: unknown }).tried === 'yes';
    const again = proveAgain(`${here}?tried=yes`, needed);
    return tried ? send(<TooLowPage view={view} program={own} level={needed} again={again} back={here} />, 403) : reply.redirect(again, 303);
  }

  async function decide(at: At): Promise<FastifyReply> {
    const { request, interaction, signedIn, clientId } = at;
    const decision = (request.body as { decision?: unknown } | null)?.decision;
    if (decision !== 'yes' || !signedIn || interaction.prompt.name !== 'consent') return finish(at, { error: 'access_denied', error_description: 'the person refused' });
    await perform(platform, giveConsent, { clientId, scopes: scopesOf(interaction) }, { actor: identityOf(request).actor, requestId: request.id });
    return finish(at, { consent: {} });
  }

  /**
   * Hands the outcome to the provider and leads on by a page of its own: a redirect would count as the sign-in form's, which
   * may lead to our own pages only.
   */
  async function finish({ request, reply, op, view, send }: At, result: InteractionResults): Promise<FastifyReply> {
    const to = await op.interactionResult(request.raw, reply.raw, result);
    reply.header('refresh', `0; url=${to}`);
    return send(<GoOnPage view={view} to={to} />);
  }
}

interface At {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly op: Provider;
  readonly interaction: Interaction;
  readonly own: ReturnType<typeof factsOf>;
  readonly clientId: string;
  readonly view: ReturnType<ViewOf>;
  readonly send: (page: Parameters<typeof documentOf>[0], status?: number) => FastifyReply;
  readonly signedIn: SignedIn | null;
}

const scopesOf = ({ params }: Interaction): string[] => String(params['scope'] ?? '').split(' ').filter((scope) => scope === 'profile' || scope === 'email');

const isLasting = ({ params }: Interaction) => String(params['scope'] ?? '').split(' ').includes('offline_access');

const ANEW = ['login_prompt', 'max_age'];
const mustProveAnew = ({ prompt }: Interaction) => prompt.reasons.some((reason) => ANEW.includes(reason));

const OTHER = ['id_token_hint', 'claims_id_token_sub_value'];
const isOtherSubject = ({ prompt }: Interaction) => !prompt.reasons.includes('no_session') && prompt.reasons.some((reason) => OTHER.includes(reason));

/** When the program's request came, in seconds. */
const startOf = ({ iat }: Interaction) => iat;

const loginOf = ({ userId, provenAt, level, amr }: SignedIn) => ({ accountId: userId, ts: provenAt, acr: acrOf(level), amr: [...amr], remember: false });
