import { type PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { Signer, SignPdf } from '@signpdf/signpdf';
import { type SealKeyPair } from './certificate';
import { signDetached } from './cms';

/** What the seal says of itself. */
export interface SealFacts {
  /** Whose seal it is. */
  readonly name: string;
  readonly reason: string;
  readonly location: string;
  /** Real time of sealing. */
  readonly at: Date;
}

/** Room for the signature in bytes: RSA-3072 with a chain of three takes about 6,000. */
const ROOM = 12_000;
const BYTE_RANGE = '**********';
const PRINT_AND_LOCKED = 132;
const SIGNATURES_EXIST_APPEND_ONLY = 3;
/** DocMDP: any change breaks the seal. */
const NO_CHANGES = 1;

class OrganisationSigner extends Signer {
  constructor(private readonly keys: SealKeyPair) {
    super();
  }

  override sign(bytes: Buffer): Promise<Buffer> {
    return signDetached(bytes, this.keys);
  }
}

/** Adds an empty signature that certifies the whole document, with an invisible field on the first page. */
async function withPlaceholder(pdf: Uint8Array, facts: SealFacts): Promise<Buffer> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context, catalog } = document;
  const range = PDFName.of(BYTE_RANGE);
  const signature = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'ETSI.CAdES.detached',
      ByteRange: [0, range, range, range],
      Contents: PDFHexString.of('0'.repeat(ROOM * 2)),
      Name: PDFHexString.fromText(facts.name),
      Reason: PDFHexString.fromText(facts.reason),
      Location: PDFHexString.fromText(facts.location),
      M: PDFString.fromDate(facts.at),
      Reference: [
        {
          Type: 'SigRef',
          TransformMethod: 'DocMDP',
          TransformParams: { Type: 'TransformParams', P: NO_CHANGES, V: PDFName.of('1.2') },
        },
      ],
    }),
  );
  const page = document.getPage(0);
  const field = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      Rect: [0, 0, 0, 0],
      V: signature,
      T: PDFString.of('Seal'),
      F: PRINT_AND_LOCKED,
      P: page.ref,
    }),
  );
  page.node.addAnnot(field);
  catalog.set(
    PDFName.of('AcroForm'),
    context.obj({ SigFlags: SIGNATURES_EXIST_APPEND_ONLY, Fields: [field] }) as PDFDict,
  );
  catalog.set(PDFName.of('Perms'), context.obj({ DocMDP: signature }));
  const bytes = await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
  return Buffer.from(bytes);
}

/**
 * Seals a PDF by an organisation's key: a PAdES-B-B signature (ETSI EN 319 142-1) that certifies every byte. What comes
 * back must be kept as it is: a second call gives other bytes.
 */
export async function sealPdf(pdf: Uint8Array, keys: SealKeyPair, facts: SealFacts): Promise<Buffer> {
  return new SignPdf().sign(await withPlaceholder(pdf, facts), new OrganisationSigner(keys));
}
