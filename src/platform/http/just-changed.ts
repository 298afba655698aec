import type { FastifyReply, FastifyRequest } from 'fastify';
import { SPARED_SECONDS } from '../db/standby.js';

const COOKIE = 'changed';
const SAFE = new Set(['GET', 'HEAD']);

/** Whether whoever asks has changed something just now, by this request or by one before (`rememberChange`): they must see it. */
export const hasJustChanged = ({ method, cookies }: FastifyRequest): boolean => !SAFE.has(method) || COOKIE in cookies;

/** Lets this browser read from the writing server for as long as a standby may be behind. Says nothing of what was changed. */
export const rememberChange = (reply: FastifyReply): void => void reply.setCookie(COOKIE, '1', { path: '/', maxAge: SPARED_SECONDS, httpOnly: true, sameSite: 'lax' });
