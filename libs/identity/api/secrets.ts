import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 256 random bits, safe in a URL. */
export const newToken = (): string => randomBytes(32).toString('base64url');
/** What is stored of a token: who reads the database cannot use it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
/** Six digits for a mail; short-lived and few tries. */
export const newCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0');
