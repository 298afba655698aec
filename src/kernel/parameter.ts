import type { Text } from './text.js';

export type ParameterUnit = 'seconds' | 'minutes' | 'hours' | 'days' | 'months' | 'years' | 'characters' | 'attempts' | 'lessons' | 'people' | 'working-days' | 'half-points' | 'yes-no' | 'cents' | 'bits';

/** A number that is data: its title, what it is counted in, and between which values the program stays usable and safe. */
export interface Parameter extends Text {
  readonly unit: ParameterUnit;
  readonly least: number;
  readonly most: number;
  /** How many numbers it may be; one where nothing is said. */
  readonly upTo?: number;
}

export type Numbers = readonly number[];
export type Values<Name extends string> = Readonly<Record<Name, Numbers>>;

/** The parameters of one module, which hold together. */
export interface ParameterFamily<Name extends string = string> {
  readonly of: Readonly<Record<Name, Parameter>>;
  /** Whether a value is law, so that someone says whether its text has been compared with the act. */
  readonly law: boolean;
  /** Why a value, just changed, cannot stand beside the others of the same day; undefined where it can. */
  readonly contradiction?: (changed: Name, values: Values<Name>) => Text | undefined;
}

export const namesOf = <Name extends string>(family: ParameterFamily<Name>): Name[] => Object.keys(family.of) as Name[];

/** Stored numbers as the program follows them: one written before there were ranges counts as the nearest that is in order. */
export const withinRange = ({ least, most }: Pick<Parameter, 'least' | 'most'>, numbers: Numbers): Numbers => numbers.map((number) => Math.min(Math.max(number, least), most));
