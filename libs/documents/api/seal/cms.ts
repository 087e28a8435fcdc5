import { createHash, createPrivateKey } from 'node:crypto';
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { type SealKeyPair } from './certificate';
import { bytesOf, engine } from './engine';

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

const sha256 = (bytes: Uint8Array): ArrayBuffer => bytesOf(createHash('sha256').update(bytes).digest());

/**
 * The attributes that CAdES-B-B signs (ETSI EN 319 122-1, RFC 5035): the content's type and digest, and which
 * certificate it was, so that no other can be put in its place. The time of signing stands in the PDF, not here.
 */
function attributesFor(content: Uint8Array, certificate: Uint8Array): Attribute[] {
  const certificateId = new Sequence({ value: [new OctetString({ valueHex: sha256(certificate) })] });
  const attributes = [
    new Attribute({ type: CONTENT_TYPE, values: [new ObjectIdentifier({ value: ContentInfo.DATA })] }),
    new Attribute({ type: MESSAGE_DIGEST, values: [new OctetString({ valueHex: sha256(content) })] }),
    new Attribute({
      type: SIGNING_CERTIFICATE_V2,
      values: [new Sequence({ value: [new Sequence({ value: [certificateId] })] })],
    }),
  ];
  const der = (attribute: Attribute) => Buffer.from(attribute.toSchema().toBER(false));
  return attributes.sort((a, b) => Buffer.compare(der(a), der(b)));
}

/** A private key as WebCrypto wants it. @throws where it is neither RSA nor P-256 */
export function importPrivateKey(pkcs8: Uint8Array): Promise<CryptoKey> {
  const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey({
    key: Buffer.from(pkcs8),
    format: 'der',
    type: 'pkcs8',
  });
  if (asymmetricKeyType === 'rsa') {
    const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    return engine.subtle.importKey('pkcs8', bytesOf(pkcs8), rsa, false, ['sign']);
  }
  if (asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1') {
    return engine.subtle.importKey('pkcs8', bytesOf(pkcs8), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  }
  throw new Error('A key that seals is RSA or P-256');
}

/** A detached CMS signature over these bytes (CAdES-B-B), DER. */
export async function signDetached(content: Uint8Array, keys: SealKeyPair): Promise<Buffer> {
  const certificate = Certificate.fromBER(bytesOf(keys.certificate));
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: ContentInfo.DATA }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: attributesFor(content, keys.certificate),
        }),
      }),
    ],
    certificates: [certificate, ...keys.chain.map((der) => Certificate.fromBER(bytesOf(der)))],
  });
  await signed.sign(await importPrivateKey(keys.privateKey), 0, 'SHA-256', undefined, engine);
  const info = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
  return Buffer.from(info.toSchema().toBER(false));
}
