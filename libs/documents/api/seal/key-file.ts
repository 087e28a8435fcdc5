import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { CertBag, Certificate, PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo, type SafeContents } from 'pkijs';
import { type SealKeyPair } from './certificate';
import { importPrivateKey } from './cms';
import { bytesOf, engine } from './engine';

/** Why a key file cannot be taken. */
export type KeyFileFault = 'KEY_FILE' | 'KEY_PASSWORD' | 'KEY_KIND' | 'KEY_EXPIRED';

/** What is wrong with a key file, as a stable code. */
export class KeyFileError extends Error {
  constructor(readonly fault: KeyFileFault) {
    super(fault);
  }
}

/** The safes of a PKCS#12 file, decrypted. */
async function openSafes(file: Uint8Array, password: string): Promise<SafeContents[]> {
  const secret = bytesOf(Buffer.from(password, 'utf8'));
  let pfx: PFX;
  try {
    pfx = PFX.fromBER(bytesOf(file));
  } catch {
    throw new KeyFileError('KEY_FILE');
  }
  try {
    await pfx.parseInternalValues({ password: secret, checkIntegrity: true }, engine);
    const safe = pfx.parsedValue?.authenticatedSafe;
    if (!safe) throw new KeyFileError('KEY_FILE');
    const safeContents = safe.safeContents.map(({ contentType }) =>
      contentType === '1.2.840.113549.1.7.6' ? { password: secret } : {},
    );
    await safe.parseInternalValues({ safeContents }, engine);
    const opened = safe.parsedValue as { safeContents: { value: SafeContents }[] };
    for (const bag of opened.safeContents.flatMap(({ value }) => value.safeBags)) {
      if (bag.bagValue instanceof PKCS8ShroudedKeyBag) {
        await (bag.bagValue as unknown as ShroudedKey).parseInternalValues({ password: secret }, engine);
      }
    }
    return opened.safeContents.map(({ value }) => value);
  } catch (error) {
    throw error instanceof KeyFileError ? error : new KeyFileError('KEY_PASSWORD');
  }
}

/** pkijs declares this step protected, and documents it as the way to open such a bag. */
interface ShroudedKey {
  parseInternalValues(parameters: { password: ArrayBuffer }, crypto: typeof engine): Promise<void>;
}

const derOf = (value: Certificate | PrivateKeyInfo): Uint8Array => new Uint8Array(value.toSchema().toBER(false));

/** The chain above a certificate, as far as the file holds it. */
function chainAbove(own: X509Certificate, others: readonly X509Certificate[]): X509Certificate[] {
  const chain: X509Certificate[] = [];
  for (let below = own; ;) {
    const issuer = others.find((other) => below.checkIssued(other) && other.fingerprint256 !== below.fingerprint256);
    if (!issuer || chain.includes(issuer)) return chain;
    chain.push(issuer);
    below = issuer;
  }
}

/**
 * Takes a key with its certificate out of a PKCS#12 file (.p12, .pfx).
 * @throws KeyFileError: no such file, another password (or an encryption that is no longer safe), a key that is neither
 * RSA of 2048 bits or more nor P-256, or a certificate whose time is over
 */
export async function readKeyFile(file: Uint8Array, password: string, now: Date): Promise<SealKeyPair> {
  const bags = (await openSafes(file, password)).flatMap(({ safeBags }) => safeBags.map(({ bagValue }) => bagValue));
  const key = bags
    .map((bag) => (bag instanceof PKCS8ShroudedKeyBag ? bag.parsedValue : bag))
    .find((bag): bag is PrivateKeyInfo => bag instanceof PrivateKeyInfo);
  const certificates = bags.flatMap((bag) =>
    bag instanceof CertBag && bag.parsedValue instanceof Certificate ? new X509Certificate(derOf(bag.parsedValue)) : [],
  );
  if (!key) throw new KeyFileError('KEY_FILE');
  const privateKey = derOf(key);
  const own = certificateOf(privateKey, certificates);
  if (!own) throw new KeyFileError('KEY_FILE');
  await importPrivateKey(privateKey).catch(() => {
    throw new KeyFileError('KEY_KIND');
  });
  if ((own.publicKey.asymmetricKeyDetails?.modulusLength ?? 2048) < 2048) throw new KeyFileError('KEY_KIND');
  if (new Date(own.validTo) <= now || new Date(own.validFrom) > now) throw new KeyFileError('KEY_EXPIRED');
  const chain = chainAbove(own, certificates).map(({ raw }) => new Uint8Array(raw));
  return { privateKey, certificate: new Uint8Array(own.raw), chain };
}

function certificateOf(pkcs8: Uint8Array, certificates: readonly X509Certificate[]): X509Certificate | undefined {
  try {
    const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
    const own = createPublicKey(key).export({ format: 'der', type: 'spki' });
    return certificates.find(({ publicKey }) => own.equals(publicKey.export({ format: 'der', type: 'spki' })));
  } catch {
    throw new KeyFileError('KEY_KIND');
  }
}
