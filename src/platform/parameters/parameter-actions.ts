import { z } from 'zod';
import { refuseFarAhead } from '#kernel/far-day.js';
import { Conflict, Forbidden, invalid, NotFound } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { type ActionContext, NOT_PERSONAL, type ReadAction, readAction, type WriteAction, writeAction } from '../actions/action.js';
import { type Permission, scopeOf } from '../actions/permission.js';
import { rememberReasons } from '../audit/reason-words.js';
import type { Read } from '../db/transaction.js';
import { namesOf, type Numbers, type ParameterFamily } from '#kernel/parameter.js';
import type { ParameterRow, ParameterStore } from './parameter-store.js';
import { afterChange, afterTakingBack, firstContradiction, holdsOn, isMetBy } from './timeline.js';
import { ALREADY_SO, CHANGED_MEANWHILE, FOR_THE_COUNTRY, HAS_BEGUN, IN_THE_PAST, NO_SUCH_PARAMETER, ON_DAY, ONE_NUMBER, OUT_OF_RANGE, TOO_MANY } from './texts.js';

export interface ParametersFound<Name extends string = string> {
  readonly family: ParameterFamily<Name>;
  readonly rows: readonly ParameterRow<Name>[];
  readonly mayKeep: boolean;
}

export interface ParameterFound<Name extends string = string> {
  readonly family: ParameterFamily<Name>;
  readonly name: Name;
  readonly rows: readonly ParameterRow<Name>[];
}

/** What a change would do, to be read before it is confirmed. */
export interface ForeseenChange<Name extends string = string> {
  readonly family: ParameterFamily<Name>;
  readonly wanted: WantedChange<Name>;
  /** What holds today; undefined where nothing does. */
  readonly present: ParameterRow<Name> | undefined;
  /** Planned to begin before the change's day, and so in force until then. */
  readonly meanwhile: readonly ParameterRow<Name>[];
  /** Planned for that day or later, and taken back by it. */
  readonly takenBack: readonly ParameterRow<Name>[];
  readonly touches: Text;
  /** What was looked at: a confirmation counts for this alone. */
  readonly seen: string;
}

interface WantedChange<Name extends string> {
  readonly name: Name;
  readonly numbers: Numbers;
  readonly from: IsoDate;
  readonly basis: string;
  readonly verified: boolean;
}

interface Wanted extends Omit<WantedChange<string>, 'name' | 'numbers'> {
  readonly name: string;
  readonly numbers: number[];
}

export interface ParameterActions {
  readonly read: ReadAction<object, ParametersFound>;
  readonly readOne: ReadAction<{ name: string }, ParameterFound>;
  readonly foresee: ReadAction<Wanted, ForeseenChange>;
  readonly change: WriteAction<Wanted & { seen: string }, { before: Numbers | null; takenBack: number }>;
  readonly takeBack: WriteAction<{ id: string }, ParameterRow>;
}

interface OfModule<Name extends string> {
  readonly module: string;
  readonly store: ParameterStore<Name>;
  readonly see: Permission;
  readonly keep: Permission;
  /** What changes these must have been proven lately: they guard others. */
  readonly asksFreshProof?: boolean;
  readonly titles: { readonly looked: Text; readonly changed: Text; readonly takenBack: Text };
  /** Whom a change would meet, with how many there are. */
  readonly touches: (tx: Read, name: Name, today: IsoDate) => Promise<Text>;
}

/** `5, 2` as people write it. */
const NumbersInput = z.union([z.number().transform(String), z.string()]).pipe(z.string().trim().min(1, { abort: true }).regex(/^\d{1,6}(\s*[,;]\s*\d{1,6})*$/))
  .transform((words) => [...new Set(words.split(/[,;]/).map(Number))].sort((a, b) => a - b));

const WantedInput = z.object({
  name: z.string(), numbers: NumbersInput, from: IsoDateInput, basis: z.string().trim().min(1, { abort: true }).min(3).max(500),
  verified: z.preprocess((raw) => raw === 'yes' || raw === true, z.boolean()),
});

/** Reading, foreseeing, changing and taking back a module's parameters. They hold for the country, so nobody with a smaller scope changes them. */
export function parameterActions<Name extends string>({ module, store, see, keep, asksFreshProof = false, titles, touches }: OfModule<Name>): ParameterActions {
  const { family } = store;
  rememberReasons(family.of);

  const named = (name: string): Name => {
    if (!namesOf(family).some((one) => one === name)) throw new NotFound('no-such-parameter', NO_SUCH_PARAMETER);
    return name as Name;
  };

  async function foreseen({ tx, today, actor }: Pick<ActionContext, 'tx' | 'today' | 'actor'>, { name: written, ...input }: Wanted): Promise<ForeseenChange<Name>> {
    refuseUnlessForAll(actor);
    const name = named(written);
    const wanted = { ...input, name };
    refuseOutOfRange(family, wanted);
    if (wanted.from < today) throw invalid('from', IN_THE_PAST);
    refuseFarAhead('from', wanted.from, today);
    const rows = await store.list(tx);
    const change = { name, numbers: wanted.numbers, validFrom: wanted.from };
    const met = rows.filter((row) => isMetBy(row, change));
    const instead = met.find((row) => holdsOn(row, wanted.from));
    const own = rows.filter((row) => row.name === name);
    const meanwhile = own.filter((row) => row.validFrom > today && row.validFrom < wanted.from);
    const takenBack = met.filter((row) => row.validFrom > today && row.validFrom >= wanted.from);
    if (instead && met.length === 1 && String(instead.numbers) === String(wanted.numbers)) throw invalid('numbers', ALREADY_SO);
    const against = firstContradiction(family, afterChange(rows, change), name, wanted.from);
    if (against) throw invalid('numbers', against.day === wanted.from ? against.why : onDay(against));
    return { family, wanted, present: own.find((row) => holdsOn(row, today)), meanwhile, takenBack, touches: await touches(tx, name, today), seen: met.map(({ id }) => id).join(' ') };
  }

  function refuseUnlessForAll(actor: ActionContext['actor']): void {
    if (!scopeOf(actor, keep).everywhere) throw new Forbidden('parameters-are-set-for-all', FOR_THE_COUNTRY);
  }

  const read = readAction({
    name: `${module}.read-parameters`,
    title: titles.looked,
    permission: see,
    input: z.object({}),
    audit: NOT_PERSONAL,
    run: async ({ tx, actor }): Promise<ParametersFound<Name>> => ({ family, rows: await store.list(tx), mayKeep: scopeOf(actor, keep).everywhere }),
  });
  const readOne = readAction({
    name: `${module}.read-parameter`,
    title: titles.looked,
    permission: keep,
    input: z.object({ name: z.string() }),
    audit: NOT_PERSONAL,
    run: async ({ tx }, { name }): Promise<ParameterFound<Name>> => ({ family, name: named(name), rows: (await store.list(tx)).filter((row) => row.name === name) }),
  });
  const foresee = readAction({ name: `${module}.foresee-parameter`, title: titles.looked, permission: keep, input: WantedInput, audit: NOT_PERSONAL, run: foreseen });
  const change = writeAction({
    name: `${module}.change-parameter`,
    title: titles.changed,
    permission: keep,
    asksFreshProof,
    input: WantedInput.extend({ seen: z.string() }),
    async run(context, { seen, ...input }) {
      const { wanted, present, takenBack, seen: asItIs } = await foreseen(context, input);
      if (seen !== asItIs) throw new Conflict('parameter-changed-meanwhile', CHANGED_MEANWHILE);
      const { name, numbers, from, basis, verified } = wanted;
      await store.put(context.tx, { name, numbers, validFrom: from, basis, verified: family.law ? verified : null }, writtenBy(context));
      return { before: present?.numbers ?? null, takenBack: takenBack.length };
    },
    audit: ({ input, output }) => ({ facts: { limit: input.name, before: output.before, after: input.numbers, from: input.from, basis: input.basis, ...(output.takenBack > 0 && { plansTakenBack: output.takenBack }) } }),
  });
  const takeBack = writeAction({
    name: `${module}.take-back-parameter`,
    title: titles.takenBack,
    permission: keep,
    asksFreshProof,
    input: z.object({ id: z.uuid() }),
    async run(context, { id }) {
      const { tx, today, actor } = context;
      refuseUnlessForAll(actor);
      const rows = await store.list(tx);
      const gone = rows.find((row) => row.id === id);
      if (!gone) throw new NotFound('no-such-parameter', NO_SUCH_PARAMETER);
      if (gone.validFrom <= today) throw new Conflict('parameter-has-begun', HAS_BEGUN);
      const against = firstContradiction(family, afterTakingBack(rows, gone), gone.name, gone.validFrom);
      if (against) throw new Conflict('parameters-contradict', onDay(against));
      await store.takeBack(tx, gone, writtenBy(context));
      return gone;
    },
    audit: ({ output }) => ({ facts: { limit: output.name, takenBack: output.numbers, from: output.validFrom, basis: output.basis } }),
  });
  return { read, readOne, foresee, change, takeBack } as unknown as ParameterActions;
}

const writtenBy = ({ actor, now }: Pick<ActionContext, 'actor' | 'now'>) => ({ recordedAt: now, recordedBy: actor.id ?? actor.name });

/** @throws InvalidInput beside the numbers. */
function refuseOutOfRange<Name extends string>(family: ParameterFamily<Name>, { name, numbers }: WantedChange<Name>): void {
  const { least, most, upTo = 1 } = family.of[name];
  if (numbers.length > upTo) throw invalid('numbers', upTo === 1 ? ONE_NUMBER : fill(TOO_MANY, { upTo }));
  const outside = numbers.find((number) => number < least || number > most);
  if (outside !== undefined) throw invalid('numbers', fill(OUT_OF_RANGE, { least, most, value: outside }));
}

const onDay = ({ day, why }: { readonly day: IsoDate; readonly why: Text }): Text => {
  const begin = fill(ON_DAY, { day: readableDay(day) });
  return { lv: `${begin.lv} ${why.lv}`, en: `${begin.en} ${why.en}` };
};
