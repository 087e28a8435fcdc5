import { createHash } from 'node:crypto';
import { type Db, type Tx } from '@softmob/api-kit';
import { filesOf } from '../storage/files';
import { keyToSeal } from './seal-key.service';
import { type SealedFile, type SealedKind } from './seal.entity';
import { sealedFiles } from './seal.loaders';
import { sealPdf } from './seal-pdf';

/** What is to be sealed, and what the seal says. */
export interface ToSeal {
  readonly kind: SealedKind;
  readonly subjectId: string;
  readonly organisationId: string;
  readonly pdf: Uint8Array;
  readonly name: string;
  readonly reason: string;
  readonly location: string;
  /** Stands on the document as part of the address that proves it. */
  readonly token: string;
}

/** Whether it was sealed already. */
export async function isSealed({ db }: { readonly db: Db }, kind: SealedKind, subjectId: string): Promise<boolean> {
  const rows = await db.query('SELECT 1 FROM sealed_file WHERE kind = $1 AND subject_id = $2', [kind, subjectId]);
  return rows.length > 0;
}

/**
 * Seals once: the bytes lie on the disk before the row that names them is committed, and of two that seal the same
 * thing the first to commit wins. Returns null where it was sealed meanwhile; what was left on the disk is swept.
 */
export async function sealOnce(tx: Tx, what: ToSeal): Promise<SealedFile | null> {
  const { ctx } = tx;
  const { kind, subjectId, organisationId, pdf, name, reason, location, token } = what;
  const key = await keyToSeal(tx, organisationId);
  if (await isSealed(tx, kind, subjectId)) return null;
  const at = ctx.clock.real();
  const bytes = await sealPdf(pdf, key, { name, reason, location, at });
  const files = filesOf(ctx.runtime.settings);
  const storageKey = await files.write(bytes);
  const [row] = await tx.db.query<SealedFile & Record<string, unknown>>(
    `INSERT INTO sealed_file AS x (id, kind, subject_id, organisation_id, seal_key_id, storage_key, sha256, size, sealed_at, token)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT ON CONSTRAINT sealed_once DO NOTHING
     RETURNING ${sealedFiles.select('x')}`,
    [
      ...[tx.newId(), kind, subjectId, organisationId, key.id, storageKey],
      ...[createHash('sha256').update(bytes).digest('hex'), bytes.length, at, token],
    ],
  );
  if (!row) await files.drop(storageKey);
  return row ?? null;
}
