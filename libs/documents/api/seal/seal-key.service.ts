import { createHash, X509Certificate } from 'node:crypto';
import { policy } from '@softmob/access';
import { type Ctx, findAll, invalid, type Tx, validate, write } from '@softmob/api-kit';
import { z } from 'zod';
import { generateKeyPair, type SealKeyPair, type SealSubject } from './certificate';
import { KeyFileError, type KeyFileFault, readKeyFile } from './key-file';
import { type SealKey } from './seal.entity';
import { sealKeys } from './seal.loaders';
import { lockAway, takeOut } from './vault';

const DAY = 24 * 60 * 60 * 1_000;
/** A key made here is followed by a new one so many days before its time is over. */
const RENEWED_BEFORE_DAYS = 30;
/** Base64 of a key file: real ones have some 5 kB. */
const LARGEST_FILE = 64 * 1024;

const pem = (der: Uint8Array): string => new X509Certificate(Buffer.from(der)).toString();
const der = (text: string): Uint8Array => new Uint8Array(new X509Certificate(text).raw);
const oneLine = (name: string): string => name.split('\n').join(', ');

function algorithmOf({ publicKey }: X509Certificate): string {
  const { modulusLength, namedCurve } = publicKey.asymmetricKeyDetails ?? {};
  return modulusLength ? `RSA ${String(modulusLength)}` : namedCurve === 'prime256v1' ? 'ECDSA P-256' : '';
}

/** Two who begin at once would each make a key: the second waits for the first. */
async function alone(tx: Tx, organisationId: string): Promise<void> {
  await tx.db.query(`SELECT pg_advisory_xact_lock(hashtextextended('seal-key:' || $1, 0))`, [organisationId]);
}

async function inUse(tx: Tx, organisationId: string): Promise<SealKey | null> {
  const [row] = await tx.db.query<SealKey & Record<string, unknown>>(
    `SELECT ${sealKeys.select('x')} FROM seal_key x WHERE x.organisation_id = $1 AND x.retired_at IS NULL`,
    [organisationId],
  );
  return row ?? null;
}

/** Keeps a key for use from now on; the one before retires and stays known. */
async function take(tx: Tx, organisationId: string, keys: SealKeyPair, origin: SealKey['origin']): Promise<SealKey> {
  const now = tx.ctx.clock.real();
  const certificate = new X509Certificate(Buffer.from(keys.certificate));
  const locked = await lockAway(tx.ctx.runtime.settings, organisationId, keys.privateKey);
  const [before] = await tx.db.query<{ fingerprint: string }>(
    'UPDATE seal_key SET retired_at = $2 WHERE organisation_id = $1 AND retired_at IS NULL RETURNING fingerprint',
    [organisationId, now],
  );
  const [made] = await tx.insert(sealKeys, [
    {
      id: tx.newId(),
      organisationId,
      origin,
      certificate: pem(keys.certificate),
      chain: keys.chain.map(pem),
      lockedKey: locked.toString('base64'),
      subject: oneLine(certificate.subject),
      issuer: oneLine(certificate.issuer),
      algorithm: algorithmOf(certificate),
      fingerprint: createHash('sha256').update(keys.certificate).digest('hex'),
      validFrom: new Date(certificate.validFrom),
      validUntil: new Date(certificate.validTo),
      createdBy: tx.actor.personId,
      createdAt: now,
    },
  ]);
  if (!made) throw new Error('A key that was written cannot be read');
  await tx.event({
    type: 'seal-key.taken',
    subjectType: 'sealKey',
    subjectId: made.id,
    organisationId,
    before: before ? { fingerprint: before.fingerprint } : null,
    after: { origin, fingerprint: made.fingerprint, validUntil: made.validUntil },
  });
  return made;
}

async function make(tx: Tx, organisationId: string): Promise<SealKey> {
  const [subject] = await tx.db.query<SealSubject & Record<string, unknown>>(
    'SELECT name, country FROM organisation WHERE id = $1',
    [organisationId],
  );
  if (!subject) throw new Error('Nobody seals without an organisation');
  return take(tx, organisationId, await generateKeyPair(subject, tx.ctx.clock.real()), 'made');
}

/** True while a key can still seal; one made here is followed early, one that was brought holds to its last day. */
function holds({ origin, validFrom, validUntil }: SealKey, now: Date): boolean {
  const early = origin === 'made' ? RENEWED_BEFORE_DAYS * DAY : 0;
  return validFrom <= now && now.getTime() + early < validUntil.getTime();
}

/** The key by which an organisation seals now, opened. Made where there is none yet, or none whose time holds. */
export async function keyToSeal(tx: Tx, organisationId: string): Promise<SealKeyPair & Pick<SealKey, 'id'>> {
  await alone(tx, organisationId);
  const known = await inUse(tx, organisationId);
  const key = known && holds(known, tx.ctx.clock.real()) ? known : await make(tx, organisationId);
  const locked = Buffer.from(key.lockedKey, 'base64');
  return {
    id: key.id,
    privateKey: await takeOut(tx.ctx.runtime.settings, organisationId, locked),
    certificate: der(key.certificate),
    chain: key.chain.map(der),
  };
}

/** The key in use of the reader's own organisation; null before the first seal. */
export async function findSealKey(ctx: Ctx): Promise<SealKey | null> {
  const [key] = await findAll(ctx, sealKeys, { where: () => 'x.retired_at IS NULL', orderBy: 'x.id' });
  return key ?? null;
}

/** A new key of the house's own; the one before retires. What it sealed stays valid. */
export function renewSealKey(ctx: Ctx): Promise<SealKey> {
  return write(ctx, policy.documents.manageSealKey, async (tx) => {
    await alone(tx, ctx.organisationId);
    return make(tx, ctx.organisationId);
  });
}

const FAULTS: Record<KeyFileFault, { path: string; message: string }> = {
  KEY_FILE: { path: 'file', message: 'This is no PKCS#12 file (.p12, .pfx) with a key and its certificate.' },
  KEY_PASSWORD: {
    path: 'password',
    message: 'The file does not open: another password, or an encryption that is no longer safe.',
  },
  KEY_KIND: { path: 'file', message: 'A seal is made by an RSA key of 2048 bits or more, or by a P-256 key.' },
  KEY_EXPIRED: { path: 'file', message: 'The certificate in this file is not valid today.' },
};

const importInput = z.object({
  file: z.base64({ error: 'Send the file as base64.' }).min(1).max(LARGEST_FILE),
  password: z.string().max(200),
});

/** Takes a key that the organisation brings, for instance from a trust service. @throws VALIDATION */
export async function importSealKey(ctx: Ctx, input: { file: string; password: string }): Promise<SealKey> {
  ctx.assert(policy.documents.manageSealKey);
  const { file, password } = validate(importInput, input);
  const keys = await readKeyFile(Buffer.from(file, 'base64'), password, ctx.clock.real()).catch((error: unknown) => {
    if (!(error instanceof KeyFileError)) throw error;
    throw invalid(FAULTS[error.fault].path, error.fault, FAULTS[error.fault].message);
  });
  return write(ctx, policy.documents.manageSealKey, async (tx) => {
    await alone(tx, ctx.organisationId);
    return take(tx, ctx.organisationId, keys, 'brought');
  });
}
