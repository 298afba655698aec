/// <reference lib="dom" />
import type { Lang, Text } from '#kernel/text.js';
import { headOf, makeDeviceKeys, openPacket, PacketRefused, publicBytes, releaseIdOf, sha256 } from '../../domain/packet.js';
import { unpacked } from '../../domain/packet-content.js';
import { waitForKey } from './packet.key.island.js';
import { button, clockOf, el, filled, resultsOf, type Words } from './packet.show.island.js';
import { type Kept, openStore } from './packet.store.island.js';

/** Keeps a sealed packet on this device, counts down, and opens it when the key is there. */
for (const root of document.querySelectorAll<HTMLElement>('[data-packets]')) void begin(root);

interface Offer {
  readonly year: number;
  readonly stage: string;
  readonly term: string;
  readonly session: Text;
  readonly opensAt: string;
  readonly from: string;
}

interface Published extends Pick<Offer, 'year' | 'stage' | 'term' | 'session'> {
  readonly publishedAt: string;
}

interface State {
  readonly csrf: string;
  readonly name: string;
  readonly offers: readonly Offer[];
  readonly published: readonly Published[];
  readonly opened: readonly { readonly device: string; readonly isOutdated: boolean }[];
}

async function begin(root: HTMLElement): Promise<void> {
  const w = JSON.parse(root.dataset['words']!) as Words;
  const ways = JSON.parse(root.dataset['ways']!) as Readonly<Record<'state' | 'take' | 'key' | 'worker' | 'scope' | 'mine' | 'signIn', string>>;
  const lang = document.documentElement.lang as Lang;
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-${name}]`)!;
  const [plain, message, keptPart, offersPart] = [part('plain'), part('message'), part('kept'), part('offers')];
  const waiting = new Set<() => void>();
  message.setAttribute('role', 'status');
  message.hidden = false;
  plain.hidden = true;
  say(w.looking);

  const store = await ('subtle' in crypto ? openStore() : Promise.reject(new Error('no secure context'))).catch(() => null);
  if (!store) return say(w.cannotKeep);
  navigator.serviceWorker?.register(ways.worker, { scope: ways.scope, updateViaCache: 'all' }).catch(() => undefined);
  let kept = await store.all();
  let isSignedOut = false;
  let state = await readState();
  await receiveWaiting();
  await showAll();
  addEventListener('online', () => void (state === null && refresh()));

  function say(words: string): void {
    message.textContent = words;
  }

  /** What the portal says of who is signed in; null where it is out of reach, or nobody is signed in. */
  async function readState(): Promise<State | null> {
    const answer = await fetch(ways.state, { cache: 'no-store', headers: { accept: 'application/json' } }).catch(() => null);
    const told = answer?.ok ? ((await answer.json()) as State & { readonly isSignedIn: boolean; readonly refused?: Text }) : null;
    isSignedOut = told?.isSignedIn === false;
    if (told?.refused) say(told.refused[lang]);
    else if (answer && !told) say(await detailOf(answer));
    // What was said of a packet meanwhile stays: its key and this answer come in either order.
    else if (![w.opened, w.received].includes(message.textContent)) say(answer || kept.length > 0 ? '' : w.offline);
    return told?.isSignedIn && !told.refused ? told : null;
  }

  async function detailOf(answer: Response): Promise<string> {
    const problem = (await answer.json().catch(() => null)) as { detail?: string } | null;
    return problem?.detail ?? w.fault;
  }

  async function refresh(): Promise<void> {
    state = await readState();
    await receiveWaiting();
    await showAll();
  }

  /** Whoever asked days before gets the packet by opening the page once packets are given. */
  async function receiveWaiting(): Promise<void> {
    for (const one of kept.filter(({ packet, of }) => !packet && offerOf(of))) await receive(one);
  }

  function offerOf({ year, stage, term }: Kept['of']): Offer | undefined {
    return state?.offers.find((one) => one.year === year && one.stage === stage && one.term === term);
  }

  async function ask(offer: Offer, withCertificates: boolean): Promise<void> {
    const { session, opensAt, year, stage, term } = offer;
    await navigator.storage?.persist?.().catch(() => false);
    const one: Kept = { id: crypto.randomUUID(), of: { year, stage, term }, session, opensAt, keys: await makeDeviceKeys(), withCertificates };
    await keep(one);
    await receive(one);
    await showAll();
  }

  async function keep(one: Kept): Promise<void> {
    await store!.put(one);
    kept = await store!.all();
  }

  /** Asks for the packet of this device, and keeps it when it comes. */
  async function receive(one: Kept): Promise<void> {
    const deviceKey = btoa(String.fromCharCode(...(await publicBytes(one.keys)))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    const body = JSON.stringify({ ...one.of, deviceKey, withCertificates: one.withCertificates });
    const answer = await fetch(ways.take, { method: 'POST', body, headers: { accept: 'application/json', 'content-type': 'application/json', 'x-csrf-token': state?.csrf ?? '' } }).catch(() => null);
    if (!answer) return say(w.offline);
    if (!answer.ok) return say(await detailOf(answer));
    if (answer.status === 202) {
      const { why, from = '' } = (await answer.json()) as { why: 'early' | 'not-counted' | 'closed' | 'over'; from?: string };
      say(filled({ early: w.early, 'not-counted': w.notCounted, closed: w.closed, over: w.over }[why], { from }));
      return;
    }
    await keep({ ...one, packet: new Uint8Array(await answer.arrayBuffer()) });
    say(w.received);
  }

  async function showAll(): Promise<void> {
    for (const stop of waiting) stop();
    waiting.clear();
    keptPart.replaceChildren(...(await Promise.all(kept.map(cardOf))));
    const isKept = ({ year, stage, term }: Pick<Offer, 'year' | 'stage' | 'term'>) => kept.some(({ of }) => of.year === year && of.stage === stage && of.term === term);
    const open = (state?.offers ?? []).filter((one) => !isKept(one));
    const over = (state?.published ?? []).filter((one) => !isKept(one));
    offersPart.replaceChildren(...open.map(offerCard), ...over.map(overCard), ...signInCard());
    if (state && open.length + over.length === 0 && kept.length === 0 && message.textContent === '') say(w.noOffers);
  }

  function signInCard(): Node[] {
    if (!isSignedOut || kept.some(({ key }) => key)) return [];
    return [el('div', {}, el('p', {}, w.signInFirst), el('p', {}, el('a', { class: kept.length > 0 ? 'button plain' : 'button', href: ways.signIn }, w.signIn)))];
  }

  /** For who comes late: what they look for is out. */
  function overCard({ session, publishedAt }: Published): HTMLElement {
    return el('div', { class: 'card' }, el('p', {}, session[lang]), el('p', { class: 'big' }, filled(w.publishedAt, { publishedAt })), el('p', {}, w.over), el('p', {}, mine()));
  }

  function offerCard(offer: Offer): HTMLElement {
    const mark = `${offer.stage}-${offer.term}-${offer.year}`;
    const box = (kind: string, words: string, ticked: boolean) => {
      const name = `${kind}-${mark}`;
      const field = el('input', { type: 'checkbox', id: name, ...(ticked && { checked: '' }) });
      return { field, line: el('p', { class: 'tick' }, field, ' ', el('label', { for: name }, words)) };
    };
    const [certificates, own] = [box('certificates-too', w.certificatesToo, true), box('own-device', w.ownDevice, false)];
    const press = async () => {
      if (!own.field.checked) return say(w.ownDeviceFirst);
      asking.disabled = true;
      await ask(offer, certificates.field.checked).catch(() => say(w.cannotKeep));
      asking.disabled = false;
    };
    const asking = button(w.ask, 'button', () => void press());
    asking.append(el('span', { class: 'unseen' }, `: ${offer.session[lang]}`));
    return el('div', { class: 'card' }, el('p', {}, offer.session[lang]), el('p', { class: 'big' }, filled(w.opensAt, offer as unknown as Record<string, string>)), el('p', {}, filled(w.givenFrom, { from: offer.from })), certificates.line, own.line, el('p', {}, asking));
  }

  async function cardOf(one: Kept): Promise<HTMLElement> {
    const card = el('section', { class: 'card' }, el('p', {}, one.session[lang]));
    const actions = el('p', { class: 'row' }, removing(one));
    if (!one.packet) {
      const out = state?.published.find(({ year, stage, term }) => one.of.year === year && one.of.stage === stage && one.of.term === term);
      const when = out ? filled(w.publishedAt, { publishedAt: out.publishedAt }) : filled(w.opensAt, { opensAt: offerOf(one.of)?.opensAt ?? one.opensAt });
      card.append(el('p', { class: 'big' }, when), ...(state && !offerOf(one.of) ? [el('p', {}, w.missed), mine()] : []), actions);
      return card;
    }
    if (one.key && (await showOpened(card, one, one.key))) return card;
    const [big, left, note] = [el('p', { class: 'big' }, filled(w.opensAt, { opensAt: one.opensAt })), el('p', { class: 'big count' }), el('p', {})];
    if (offerOf(one.of)) actions.prepend(button(w.again, 'button plain', () => void receive(one).then(showAll)), ' ');
    card.append(el('p', {}, w.sealed), big, left, note, actions);
    watch(one, card, { big, left, note });
    return card;
  }

  /** Counts down by the server's time, and opens the packet with the first key that fits. */
  function watch(one: Kept, card: HTMLElement, { big, left, note }: Readonly<Record<'big' | 'left' | 'note', HTMLElement>>): void {
    let tick = 0;
    const stopAsking = waitForKey(
      `${ways.key}/${releaseIdOf(headOf(one.packet!))}`,
      (news) => {
        if (news.opensAt) big.textContent = filled(w.opensAt, { opensAt: news.opensAt });
        note.textContent = { waits: '', held: w.held, gone: w.gone, unreachable: navigator.onLine ? w.noKey : w.offline }[news.state];
        note.append(...(news.state === 'held' || news.state === 'gone' ? [' ', mine()] : []));
        clearInterval(tick);
        const show = () => (left.textContent = news.left() === null ? '' : filled(w.left, { left: clockOf(news.left()!) }));
        show();
        tick = setInterval(show, 1000);
      },
      async (key) => {
        const opened: Kept = { ...one, key };
        if (!(await showOpened(card, opened, key))) return true;
        clearInterval(tick);
        await keep(opened);
        say(w.opened);
        return true;
      },
    );
    waiting.add(() => (stopAsking(), clearInterval(tick)));
  }

  /** @returns whether the packet opened; where it did not, the card says why */
  async function showOpened(card: HTMLElement, one: Kept, releaseKey: Uint8Array<ArrayBuffer>): Promise<boolean> {
    const content = await openPacket({ packet: one.packet!, keys: one.keys, releaseKey }).then(unpacked, (error: unknown) => (error instanceof PacketRefused ? error.why : 'damaged'));
    if (typeof content === 'string') {
      card.append(el('p', {}, content === 'other-key' ? w.wrongKey : w.damaged), mine());
      return false;
    }
    const device = [...(await sha256(await publicBytes(one.keys)))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const isOutdated = state?.opened.some((known) => known.device === device && known.isOutdated) ?? false;
    card.className = '';
    card.replaceChildren(
      el('h2', {}, one.session[lang]),
      el('p', {}, filled(w.whose, { name: content.name, madeAt: content.madeAt, publishedAt: content.publishedAt })),
      resultsOf(content, w, lang),
      el('p', isOutdated ? { class: 'card' } : {}, isOutdated ? w.outdated : w.newest, ' ', mine()),
      el('p', {}, removing(one)),
    );
    return true;
  }

  function mine(): HTMLElement {
    return el('a', { href: ways.mine }, w.seeMine);
  }

  /** Asks once more in its own place: what was deleted cannot be had again before the instant is near. */
  function removing(one: Kept): HTMLButtonElement {
    const made = button(w.remove, 'button plain', () => {
      if (made.textContent === w.remove) return void (made.textContent = w.removeSurely);
      void store!.remove(one.id).then(async () => {
        kept = await store!.all();
        say(w.removed);
        await showAll();
      });
    });
    return made;
  }
}
