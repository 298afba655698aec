import { z } from 'zod';
import { eventKind } from '#platform/events/event.js';

/** Names no person: who wants to know more asks with a right to it. */
export const userCreated = eventKind('access.user-created', z.object({ userId: z.uuid() }));
/** Mail goes to another address from now on. */
export const userEmailChanged = eventKind('access.user-email-changed', z.object({ userId: z.uuid() }));
export const userSuspended = eventKind('access.user-suspended', z.object({ userId: z.uuid() }));
/** A request for a right was approved, refused or withdrawn. */
export const requestDecided = eventKind('access.request-decided', z.object({ requestId: z.uuid() }));
export const grantGiven = eventKind('access.grant-given', z.object({ grantId: z.uuid(), userId: z.uuid(), from: z.iso.date() }));
export const grantEnded = eventKind('access.grant-ended', z.object({ grantId: z.uuid(), userId: z.uuid(), to: z.iso.date() }));
/** One user was made of two: what others keep of the one belongs to the other from now on. */
export const usersJoined = eventKind('access.users-joined', z.object({ from: z.uuid(), into: z.uuid() }));
