import forge from 'node-forge';

/** What an implementation that shares no line with the one that seals finds in a sealed PDF. */
export interface Verdict {
  /** The bytes are those that were signed, and the key of the certificate signed them. */
  readonly valid: boolean;
  /** Every byte but the signature's own is covered. */
  readonly whole: boolean;
  readonly commonName: string;
  /** Object identifiers of the signed attributes. */
  readonly attributes: readonly string[];
}

type Asn1 = forge.asn1.Asn1;
const RANGE = /\/ByteRange \[\s*(\d+) (\d+) (\d+) (\d+)\s*\]/;
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

const partsOf = (node: Asn1 | undefined): Asn1[] => (Array.isArray(node?.value) ? node.value : []);
const textOf = (node: Asn1 | undefined): string => (typeof node?.value === 'string' ? node.value : '');
const sha256 = (binary: string) => forge.md.sha256.create().update(binary);
const derOf = (node: Asn1) => forge.asn1.toDer(node).getBytes();

function signerOf(cms: Asn1) {
  const signedData = partsOf(partsOf(partsOf(cms)[1])[0]);
  const context = (type: number) =>
    signedData.find((part) => (part.tagClass as number) === 0x80 && (part.type as number) === type);
  const signer = partsOf(partsOf(signedData.at(-1))[0]);
  return { certificate: partsOf(context(0))[0], attributes: signer[3], signature: textOf(signer[5]) };
}

/** Checks a sealed PDF with node-forge alone: its own ASN.1, hash and RSA. */
export function verifySealed(pdf: Buffer): Verdict {
  const text = pdf.toString('latin1');
  const [start = 0, before = 0, after = 0, rest = 0] = (RANGE.exec(text) ?? []).slice(1).map(Number);
  const hex = text.slice(start + before + 1, after - 1);
  const cms = forge.asn1.fromDer(forge.util.createBuffer(forge.util.hexToBytes(hex)), {
    parseAllBytes: false,
  } as never);
  const { certificate, attributes, signature } = signerOf(cms);
  if (!certificate || !attributes) throw new Error('No signer');
  const values = new Map(
    partsOf(attributes).map((attribute) => {
      const [type, set] = partsOf(attribute);
      return [forge.asn1.derToOid(textOf(type)), partsOf(set)[0]] as const;
    }),
  );
  const signed = sha256(text.slice(start, before) + text.slice(after, after + rest))
    .digest()
    .getBytes();
  const bound = textOf(partsOf(partsOf(partsOf(values.get(SIGNING_CERTIFICATE_V2))[0])[0])[0]);
  const known = forge.pki.certificateFromAsn1(certificate);
  const asSet = forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.SET, true, partsOf(attributes));
  const key = known.publicKey as forge.pki.rsa.PublicKey;
  const proven = (() => {
    try {
      return key.verify(sha256(derOf(asSet)).digest().getBytes(), signature);
    } catch {
      return false;
    }
  })();
  return {
    valid:
      proven &&
      textOf(values.get(MESSAGE_DIGEST)) === signed &&
      bound === sha256(derOf(certificate)).digest().getBytes(),
    whole: start === 0 && after + rest === pdf.length && /^[0-9a-f]+$/.test(hex) && text[before] === '<',
    commonName: String((known.subject.getField('CN') as { value: unknown } | null)?.value ?? ''),
    attributes: [...values.keys()],
  };
}
