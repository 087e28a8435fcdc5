import { randomBytes } from 'node:crypto';

const TOKEN_BYTES = 16;
/** The secret part of a proof's address: 128 random bits, nothing that could be guessed or counted up. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');
/** Where anybody who holds a document may ask whether it is genuine. */
export const proofUrl = (origin: string, token: string): string => `${origin}/verify/${token}`;
