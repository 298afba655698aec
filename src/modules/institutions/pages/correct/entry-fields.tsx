import type { VNode } from 'preact';
import { holdsOn } from '#kernel/period.js';
import type { UnitVersion } from '#modules/territories/public.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import type { View } from '#web/view.js';
import type { CardEntry } from '../../domain/card-entry.js';
import type { Classifiers } from '../../domain/classifiers.js';
import { type Field, FounderFields, HeadFields, PlaceFields, StandingFields } from '../record/fields.js';
import { END_BASIS_WORDS, FOUNDER_REASON_WORDS, optionsOf, PROGRAMME_WORDS, WORDS } from '../words.js';

interface Props {
  readonly view: View;
  readonly field: Field;
  readonly entry: CardEntry;
  readonly classifiers: Classifiers;
  readonly units: readonly UnitVersion[];
}

/** The fields of an entry besides its days; the same as where it was recorded. */
export function EntryFields({ view, field, entry, classifiers, units }: Props): VNode {
  const basis = <TextField {...field('basis')} label={WORDS.basis} hint={WORDS.basisHint} width="full" />;
  switch (entry.history) {
    case 'name':
      return <TextField {...field('name')} label={WORDS.name} width="full" />;
    case 'standing':
      return (
        <>
          <StandingFields view={view} field={field} classifiers={classifiers} />
          {basis}
        </>
      );
    case 'founder':
      return (
        <>
          <FounderFields view={view} field={field} units={units} />
          <SelectField {...field('reason')} label={WORDS.reason} options={optionsOf(FOUNDER_REASON_WORDS)} />
          {basis}
        </>
      );
    case 'address':
      return <PlaceFields view={view} field={field} units={units} />;
    case 'delivery_place':
      return (
        <>
          <SelectField {...field('programme')} label={WORDS.programme} options={optionsOf(PROGRAMME_WORDS)} />
          <TextField {...field('name')} label={WORDS.placeName} optional />
          <PlaceFields view={view} field={field} units={units} />
        </>
      );
    case 'gymnasium_title':
      return (
        <>
          {basis}
          <TextField {...field('endBasis')} label={END_BASIS_WORDS.title} width="full" optional />
        </>
      );
    case 'accreditation':
      return <TextField {...field('pageNr')} label={WORDS.pageNr} maxLength={40} />;
    case 'head':
      return (
        <>
          <HeadFields field={field} kept />
          <TextField {...field('endBasis')} label={END_BASIS_WORDS.head} width="full" optional />
        </>
      );
  }
}

/** What is recorded in an entry, under the names of its fields. */
export function recordedIn({ history, row }: CardEntry, units: readonly UnitVersion[]): Readonly<Record<string, unknown>> {
  if (history !== 'founder') return { ...row };
  const unit = units.find((one) => one.unitId === row.unitId && holdsOn({ from: one.validFrom, to: one.validTo }, row.validFrom)) ?? units.find((one) => one.unitId === row.unitId);
  return { ...row, founderAtvk: unit?.atvk, founderName: row.unitId === null ? row.name : '' };
}
