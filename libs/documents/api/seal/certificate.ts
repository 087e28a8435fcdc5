import { randomBytes } from 'node:crypto';
import { BitString, Integer, ObjectIdentifier, OctetString, PrintableString, Sequence, Set, Utf8String } from 'asn1js';
import { BasicConstraints, Certificate, Extension, RelativeDistinguishedNames } from 'pkijs';
import { bytesOf, engine } from './engine';

/** How a key signs; its size is part of the name. */
export type SealAlgorithm = 'RSA-3072' | 'P-256';

/** A private key that may seal, with what proves whose it is; both DER. */
export interface SealKeyPair {
  /** PKCS#8. */
  readonly privateKey: Uint8Array;
  /** X.509. */
  readonly certificate: Uint8Array;
  /** Certificates above it, the issuer first. */
  readonly chain: readonly Uint8Array[];
}

/** Whose key it is. */
export interface SealSubject {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

const GENERATED_YEARS = 3;
const COMMON_NAME = '2.5.4.3';
const ORGANISATION = '2.5.4.10';
const COUNTRY = '2.5.4.6';
/** X.520 allows 64 characters in each part of a name. */
const NAME_LENGTH = 64;
const DIGITAL_SIGNATURE_AND_CONTENT_COMMITMENT = 0xc0;

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 3072,
  publicExponent: new Uint8Array([1, 0, 1]),
};
const EC = { name: 'ECDSA', namedCurve: 'P-256' };

/** A distinguished name with each part on a level of its own, the country first. */
function distinguished({ name, country }: SealSubject): RelativeDistinguishedNames {
  const said = name.slice(0, NAME_LENGTH);
  const level = (type: string, value: Utf8String | PrintableString) =>
    new Set({ value: [new Sequence({ value: [new ObjectIdentifier({ value: type }), value] })] });
  const levels = [
    ...(/^[A-Z]{2}$/.test(country) ? [level(COUNTRY, new PrintableString({ value: country }))] : []),
    level(ORGANISATION, new Utf8String({ value: said })),
    level(COMMON_NAME, new Utf8String({ value: said })),
  ];
  return RelativeDistinguishedNames.fromBER(new Sequence({ value: levels }).toBER(false));
}

function restrict(certificate: Certificate): void {
  const constraints = new BasicConstraints({ cA: false });
  const usage = new BitString({
    valueHex: new Uint8Array([DIGITAL_SIGNATURE_AND_CONTENT_COMMITMENT]).buffer,
    unusedBits: 6,
  });
  certificate.extensions = [
    new Extension({ extnID: '2.5.29.19', critical: true, extnValue: constraints.toSchema().toBER(false) }),
    new Extension({ extnID: '2.5.29.15', critical: true, extnValue: usage.toBER(false) }),
  ];
}

async function identifyKey(certificate: Certificate): Promise<void> {
  const key = certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView;
  const identifier = new OctetString({ valueHex: await engine.digest({ name: 'SHA-1' }, bytesOf(key)) });
  certificate.extensions?.push(new Extension({ extnID: '2.5.29.14', extnValue: identifier.toBER(false) }));
}

/** A new key with a certificate that it signs itself; RSA-3072 unless told. Valid for three years from `now`. */
export async function generateKeyPair(
  subject: SealSubject,
  now: Date,
  algorithm: SealAlgorithm = 'RSA-3072',
): Promise<SealKeyPair> {
  const { subtle } = engine;
  const keys = await (algorithm === 'RSA-3072'
    ? subtle.generateKey(RSA, true, ['sign', 'verify'])
    : subtle.generateKey(EC, true, ['sign', 'verify']));
  const certificate = new Certificate();
  certificate.version = 2;
  // Positive, and its first byte never zero, as DER asks of an integer.
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  certificate.serialNumber = new Integer({ valueHex: bytesOf(serial) });
  certificate.subject = distinguished(subject);
  certificate.issuer = distinguished(subject);
  certificate.notBefore.value = now;
  certificate.notAfter.value = new Date(
    Date.UTC(now.getUTCFullYear() + GENERATED_YEARS, now.getUTCMonth(), now.getUTCDate()),
  );
  restrict(certificate);
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey, engine);
  await identifyKey(certificate);
  await certificate.sign(keys.privateKey, 'SHA-256', engine);
  return {
    privateKey: new Uint8Array(await subtle.exportKey('pkcs8', keys.privateKey)),
    certificate: new Uint8Array(certificate.toSchema(true).toBER(false)),
    chain: [],
  };
}
