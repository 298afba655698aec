import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Readable } from 'node:stream';
import type { FieldError } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import type { Action } from '#platform/actions/action.js';
import type { ByteRange } from './byte-range.js';
import type { View } from './view.js';

/** What came with a request: path, query and form fields in one, as words. */
export type RawInput = Readonly<Record<string, unknown>>;

interface Place {
  readonly path: string;
  /** Turns the raw request into the action's input where they differ; as it came when absent. */
  readonly input?: (raw: RawInput, view: View) => unknown;
}

/** A page that shows what a reading action found. With POST it is a search whose words must not stand in an address. */
export interface ShowPage<Output = unknown> extends Place {
  readonly kind: 'show';
  readonly method: 'GET' | 'POST';
  readonly action: Action<any, Output>;
  readonly render: (output: Output, view: View, raw: RawInput) => VNode;
  /** The page to show instead when the input is wrong, with the errors beside their fields; the error page when absent. */
  readonly whenInvalid?: (attempt: Attempt, view: View) => VNode;
}

/** A form: GET loads and shows it; POST does the action and redirects, or shows it again with what was typed and the errors. */
export interface FormPage<Loaded = unknown, Done = unknown> extends Place {
  readonly kind: 'form';
  readonly load: Action<any, Loaded>;
  readonly loadInput?: (raw: RawInput, view: View) => unknown;
  readonly render: (loaded: Loaded, view: View, attempt: Attempt) => VNode;
  readonly action: Action<any, Done>;
  readonly done: (output: Done, view: View, raw: RawInput) => Redirect | VNode;
  /** So many files may come with it, where the usual five are too few; together no more bytes than always. */
  readonly mostFiles?: number;
}

/** What was typed and what was wrong with it; both empty at first sight. */
export interface Attempt {
  readonly values: RawInput;
  readonly errors: readonly FieldError[];
}

/** A button: POST does the action and redirects. A refusal is shown on the page it came from, or as an error page. */
export interface ButtonRoute<Done = unknown> extends Place {
  readonly kind: 'button';
  readonly action: Action<any, Done>;
  readonly done: (output: Done, view: View, raw: RawInput) => Redirect;
}

/** A file made of what an action found, streamed. */
export interface DownloadRoute<Output = unknown> extends Place {
  readonly kind: 'download';
  readonly action: Action<any, Output>;
  readonly file: (output: Output, view: View, raw: RawInput) => Download;
}

export interface Download {
  readonly name: string;
  readonly type: string;
  readonly content: Readable | string | Uint8Array | KeptFile;
}

/** A file that is the same each time it is asked for, so that a download that broke off can go on where it was. */
export interface KeptFile {
  readonly size: number;
  /** Another file has another tag. */
  readonly tag: string;
  readonly read: (range: ByteRange) => Readable;
}

/** Anything that sets cookies or answers otherwise (sign-in, sign-out, a card that stays open for some minutes). */
export interface CustomRoute {
  readonly kind: 'custom';
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Another site posts here by right, and the route itself binds what came to the browser. */
  readonly answersAnotherSite?: boolean;
  readonly handle: (request: FastifyRequest, reply: FastifyReply, tools: CustomTools) => Promise<unknown>;
}

export interface CustomTools {
  readonly view: View;
  readonly raw: RawInput;
  /** @param reason why; what the form says under `reason` when absent. */
  readonly perform: <Input, Output>(action: Action<Input, Output>, input: unknown, reason?: string) => Promise<Output>;
  readonly send: (page: VNode, status?: number) => FastifyReply;
  readonly redirect: (to: Redirect) => FastifyReply;
}

export type WebRoute = ShowPage<any> | FormPage<any, any> | ButtonRoute<any> | DownloadRoute<any> | CustomRoute;

export interface Redirect {
  readonly to: string;
  /** A sentence shown once on the next page. */
  readonly notice?: Text;
}

export const showPage = <Output>(page: Omit<ShowPage<Output>, 'kind' | 'method'> & { method?: 'GET' | 'POST' }): WebRoute => ({ kind: 'show', method: 'GET', ...page });
export const formPage = <Loaded, Done>(page: Omit<FormPage<Loaded, Done>, 'kind'>): WebRoute => ({ kind: 'form', ...page });
export const button = <Done>(route: Omit<ButtonRoute<Done>, 'kind'>): WebRoute => ({ kind: 'button', ...route });
export const download = <Output>(route: Omit<DownloadRoute<Output>, 'kind'>): WebRoute => ({ kind: 'download', ...route });
export const custom = (route: Omit<CustomRoute, 'kind'>): WebRoute => ({ kind: 'custom', ...route });
