import type { RelationCode } from './catalogue/relations.js';
import type { DataFile } from './files.js';

/** Words a field may hold; `ext:` words of one's own where the standard lets a vocabulary be extended. */
export interface Vocabulary {
  readonly words: readonly string[];
  readonly extensible: boolean;
}

export type Form = 'text' | 'texts' | 'id' | 'ids' | 'date' | 'year' | 'boolean' | 'number' | 'integer' | 'score-scale' | 'word' | 'words';

/** The file whose records a field names, and of which type they must (or must not) be. */
export interface Pointer {
  readonly to: DataFile;
  readonly type?: { readonly is?: string; readonly not?: string; readonly otherwise: RelationCode };
}

/** One column of a data file after the three that all of them begin with. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly form: Form;
  readonly vocabulary?: Vocabulary;
  readonly pointer?: Pointer;
  /** Tells of a person: its value is never shown whole. */
  readonly personal?: boolean;
  /** We do not want it at all: passwords, ethnic origin. */
  readonly unwanted?: boolean;
}

type More = Partial<Pick<Field, 'personal' | 'unwanted' | 'vocabulary' | 'pointer'>>;

/** A field from its name as the standard's table writes it: with an asterisk where a value is required. */
export const field = (name: string, form: Form, more: More = {}): Field => ({ name: name.replace('*', ''), required: name.endsWith('*'), form, ...more });

export const text = (name: string, more?: More): Field => field(name, 'text', more);
export const texts = (name: string, more?: More): Field => field(name, 'texts', more);
export const date = (name: string, more?: More): Field => field(name, 'date', more);
export const truth = (name: string, more?: More): Field => field(name, 'boolean', more);
export const word = (name: string, vocabulary: Vocabulary, more?: More): Field => field(name, 'word', { ...more, vocabulary });
export const to = (name: string, file: DataFile, type?: Pointer['type']): Field => field(name, 'id', { pointer: { to: file, ...(type && { type }) } });
export const toMany = (name: string, file: DataFile): Field => field(name, 'ids', { pointer: { to: file } });

export const extensible = (...words: string[]): Vocabulary => ({ words, extensible: true });
export const closed = (...words: string[]): Vocabulary => ({ words, extensible: false });
