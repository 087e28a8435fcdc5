import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { type Settings } from '@softmob/api-kit';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
const SECRET_BYTES = 32;

/** Where the server's secret lies unless a setting gives it. */
export const secretFileOf = (dataDir: string): string => path.join(dataDir, 'keys', 'secret');

/** The secret of a server that was not given one: made once, readable by its owner alone. */
async function ownSecret(dataDir: string): Promise<string> {
  const file = secretFileOf(dataDir);
  await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const made = `${file}.${randomBytes(6).toString('hex')}`;
  const known = await fs.readFile(file, 'utf8').catch(() => null);
  if (known !== null) return known.trim();
  await fs.writeFile(made, `${randomBytes(SECRET_BYTES).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  // Of two that begin at once the first wins: a link is made only where there is none.
  await fs.link(made, file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  await fs.rm(made, { force: true });
  return (await fs.readFile(file, 'utf8')).trim();
}

/** A key for one purpose and one organisation, from the server's secret. */
async function keyFor({ keySecret, dataDir }: Pick<Settings, 'keySecret' | 'dataDir'>, of: string): Promise<Buffer> {
  const secret = keySecret ?? (await ownSecret(dataDir));
  return Buffer.from(hkdfSync('sha256', secret, 'softmob', `seal-key:${of}`, SECRET_BYTES));
}

/** Encrypts what must not lie open at rest: nonce, tag and text in one (AES-256-GCM). `of` is bound to it. */
export async function lockAway(
  settings: Pick<Settings, 'keySecret' | 'dataDir'>,
  of: string,
  bytes: Uint8Array,
): Promise<Buffer> {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, await keyFor(settings, of), nonce);
  const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** Opens it again. @throws where the server's secret is another, or a byte was changed */
export async function takeOut(
  settings: Pick<Settings, 'keySecret' | 'dataDir'>,
  of: string,
  locked: Uint8Array,
): Promise<Buffer> {
  const bytes = Buffer.from(locked);
  const decipher = createDecipheriv(CIPHER, await keyFor(settings, of), bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
  } catch {
    throw new Error('The key of a seal cannot be opened: SOFTMOB_KEY_SECRET is not the one it was locked with.');
  }
}
