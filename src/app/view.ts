import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#kernel/clock.js';
import { type Lang, say, type Text } from '#kernel/text.js';
import type { Actor } from '#platform/actions/actor.js';
import { hrefOfRoom } from '#platform/actions/room.js';
import { menuOf } from '#platform/actions/rooms.js';
import { type Identity, identityOf } from '#platform/http/identity.js';
import { languageOf } from '#platform/http/language.js';
import { PROVEN_PATH, proveAgain, STAY_PATH } from '#modules/authentication/public.js';
import type { Assets } from '#ui/assets.js';
import { instant } from '#ui/format.js';
import type { PageFrame } from '#ui/page.js';
import { takeNotice } from '#web/notice-cookie.js';
import type { View } from '#web/view.js';
import type { Config } from './config.js';
import { CONTRIBUTIONS } from './modules.js';

export interface ViewParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly assets: Assets;
  readonly version: string;
}

/** Makes the view of a request; without a reply (an error page) the kept notice stays for the next page. */
export type MakeView = (request: FastifyRequest, reply: FastifyReply | null) => View;

export const viewMaker =
  (parts: ViewParts): MakeView =>
  (request, reply) => {
    const lang = languageOf(request);
    const { actor, csrfToken: csrf, sessionId, restrictedTo, ends } = identityOf(request);
    const [path = '/', search = ''] = request.originalUrl.split('?');
    const query = Object.fromEntries(new URLSearchParams(search));
    const notice = reply && takeNotice(request, reply);
    const frame = frameOf(parts, { lang, actor, path, query, csrf, notice, ends });
    return { lang, t: (text) => say(text, lang), actor, today: parts.clock.today(), clock: parts.clock, path, query, csrf, sessionId, proveHref: proveAgain(PROVEN_PATH), restricted: restrictedTo !== null, frame };
  };

interface FrameParts extends Pick<View, 'lang' | 'actor' | 'path' | 'query' | 'csrf'> {
  readonly notice: string | null;
  readonly ends: Identity['ends'];
}

function frameOf(parts: ViewParts, { lang, actor, path, query, csrf, notice, ends }: FrameParts): PageFrame {
  const other: Lang = lang === 'lv' ? 'en' : 'lv';
  // Pages without the menu (the results portal) are not to pay for it.
  let menu: ReturnType<typeof navigationOf> | undefined;
  return {
    lang,
    assets: parts.assets,
    langHref: `${path}?${new URLSearchParams({ ...query, lang: other }).toString()}`,
    csrf,
    account: actor.kind === 'anonymous' ? null : { name: actor.name, href: '/my/rights', signOutHref: '/sign-out' },
    signInHref: '/sign-in',
    session: ends && { endsInSeconds: Math.round((ends.at.getTime() - parts.clock.now().getTime()) / 1_000), idleMinutes: ends.idleMinutes, stayHref: STAY_PATH, signInHref: '/sign-in' },
    get navigation() {
      return (menu ??= navigationOf(actor, path, lang)).navigation;
    },
    get allRooms() {
      return (menu ??= navigationOf(actor, path, lang)).allRooms;
    },
    environment: environmentOf(parts),
    notice,
    footer: { links: FOOTER, version: parts.version },
  };
}

const FOOTER = [
  { href: '/become-a-user', text: { lv: 'Kā kļūt par lietotāju', en: 'How to become a user' } },
  { href: '/accessibility', text: { lv: 'Piekļūstamība', en: 'Accessibility' } },
  { href: '/api', text: { lv: 'API izstrādātājiem', en: 'API for developers' } },
  { href: '/status', text: { lv: 'Sistēmas stāvoklis', en: 'System status' } },
];

/** What the actor may open, as far as the menu has room for it; the longest address that begins the path is the current one. */
function navigationOf(actor: Actor, path: string, lang: Lang): Pick<PageFrame, 'navigation' | 'allRooms'> {
  const here = CONTRIBUTIONS.rooms
    .map((room) => room.href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
  const { groups, all, shown } = menuOf(actor, CONTRIBUTIONS.rooms, here);
  return {
    navigation: groups.map(({ title, rooms }) => ({ title, items: rooms.map((room) => ({ href: hrefOfRoom(room, lang), text: room.text, current: room.href === here })) })),
    allRooms: all > shown ? { href: '/rooms', count: all, current: path === '/rooms' } : null,
  };
}

function environmentOf({ config, clock }: ViewParts): Text[] {
  const words: Text[] = [];
  if (config.DATA !== 'none') words.push({ lv: 'Demonstrācija: visi cilvēki un iestādes ir izdomāti', en: 'Demonstration: all people and institutions are made up' });
  if (config.NOW) words.push({ lv: `Pulkstenis ir pārbīdīts: ${instant(clock.now())}`, en: `The clock is shifted: ${instant(clock.now())}` });
  return words;
}
