import { addDays, type IsoDate } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { enact, type ReformDefinition, type TerritorialHistory, type UnitVersion, unitsOn } from './unit.js';
import { type Kin, predecessorsOf, successorsOf } from './unit-story.js';

/** A new unit and what it is made of. */
export interface ReformGroup {
  readonly unit: UnitVersion;
  /** `renewed`: one body with the same territory under a new code; `enlarged`: a body that others joined; `new`: a body that begins. */
  readonly kind: 'renewed' | 'enlarged' | 'new';
  readonly from: readonly Kin[];
}

/** An old unit whose body ends, and where its territory goes. */
export interface EndedUnit {
  readonly unit: UnitVersion;
  readonly into: readonly Kin[];
}

/** What a reform did: which units merged into which, and what became of each. */
export interface ReformStory {
  readonly before: number;
  readonly after: number;
  readonly groups: readonly ReformGroup[];
  /** Bodies that go on under a new code. */
  readonly continuing: readonly UnitVersion[];
  readonly merged: readonly EndedUnit[];
  readonly split: readonly EndedUnit[];
  readonly starting: readonly UnitVersion[];
  /** Units that the reform does not name. */
  readonly unchanged: readonly UnitVersion[];
  readonly summary: Text;
}

/** The story of a reform that is not in the history yet. */
export const storyOfDraft = (history: TerritorialHistory, draft: ReformDefinition): ReformStory => storyOfReform(enact(history, draft), draft.effective);

/** The story of the reform that took effect on the day. */
export function storyOfReform(history: TerritorialHistory, effective: IsoDate): ReformStory {
  const before = unitsOn(history.units, addDays(effective, -1));
  const after = unitsOn(history.units, effective);
  const groups = after.filter((unit) => unit.validFrom === effective).map((unit) => groupOf(history, unit));
  const old = before.filter((unit) => unit.validTo === effective).map((unit) => ({ unit, into: successorsOf(history, unit) }));
  const ended = old.filter(({ into }) => !into.some((one) => one.continues));
  const story = {
    before: before.length,
    after: after.length,
    groups,
    continuing: old.filter(({ into }) => into.some((one) => one.continues)).map(({ unit }) => unit),
    merged: ended.filter(({ into }) => into.length <= 1),
    split: ended.filter(({ into }) => into.length > 1),
    starting: groups.filter((group) => group.kind === 'new').map((group) => group.unit),
    unchanged: after.filter((unit) => unit.validFrom < effective),
  };
  return { ...story, summary: summaryOf(story) };
}

function groupOf(history: TerritorialHistory, unit: UnitVersion): ReformGroup {
  const from = predecessorsOf(history, unit);
  if (!from.some((one) => one.continues)) return { unit, kind: 'new', from };
  return { unit, kind: from.length === 1 ? 'renewed' : 'enlarged', from };
}

const summaryOf = (story: Omit<ReformStory, 'summary'>): Text =>
  fill(SUMMARY, {
    before: story.before,
    after: story.after,
    continuing: story.continuing.length + story.unchanged.length,
    merged: story.merged.length,
    split: story.split.length,
    starting: story.starting.length,
  });

const SUMMARY: Text = {
  lv: 'Pašvaldību skaits: iepriekš {before}, turpmāk {after}. Turpina darbu: {continuing}; apvienotas un beidz pastāvēt: {merged}; sadalītas: {split}; izveidotas no jauna: {starting}.',
  en: 'Municipalities: {before} before, {after} after. Going on: {continuing}; merged and ended: {merged}; split: {split}; newly founded: {starting}.',
};
