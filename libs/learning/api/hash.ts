import { createHash } from 'node:crypto';
import { type AgreementContent, canonicalise } from '@softmob/learning-model';

/** The fingerprint that is signed: SHA-256 (hex, 64 characters) of the canonical content. */
export function canonicalHash(content: AgreementContent): string {
  return createHash('sha256').update(canonicalise(content), 'utf8').digest('hex');
}
