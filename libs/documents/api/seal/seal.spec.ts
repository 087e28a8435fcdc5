import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import forge from 'node-forge';
import { generateKeyPair, type SealAlgorithm, type SealKeyPair } from './certificate';
import { readKeyFile } from './key-file';
import { sealPdf } from './seal-pdf';
import { verifySealed } from './seal-verify.fixture';
import { lockAway, secretFileOf, takeOut } from './vault';

const NOW = new Date('2026-11-22T10:00:00Z');
const FACTS = { name: 'Istituto Città', reason: 'Signed by all parties', location: 'Roma, IT', at: NOW };
const installed = (tool: string) => spawnSync(tool, ['-v']).error === undefined;
const folder = mkdtempSync(path.join(tmpdir(), 'seal-'));

/** Two pages, the second as an audit page that was attached before sealing. */
async function somePdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage().drawText('Learning agreement');
  document.addPage().drawText('Audit page');
  return document.save({ useObjectStreams: false });
}

const sealed = {} as Record<SealAlgorithm, Buffer>;
const keys = {} as Record<SealAlgorithm, SealKeyPair>;
beforeAll(async () => {
  for (const algorithm of ['RSA-3072', 'P-256'] as const) {
    keys[algorithm] = await generateKeyPair({ name: 'Istituto Città', country: 'IT' }, NOW, algorithm);
    sealed[algorithm] = await sealPdf(await somePdf(), keys[algorithm], FACTS);
  }
});

/** The same file with one byte of a page's text changed. */
function tampered(pdf: Buffer): Buffer {
  const copy = Buffer.from(pdf);
  const at = copy.indexOf('/MediaBox');
  copy.write('/MediaBux', at, 'latin1');
  return copy;
}

describe('a sealed PDF', () => {
  it('verifies in another implementation, whole, and names whose seal it is', () => {
    const verdict = verifySealed(sealed['RSA-3072']);
    expect(verdict).toMatchObject({ valid: true, whole: true });
    expect(Buffer.from(verdict.commonName, 'latin1').toString('utf8')).toContain('Istituto Citt');
    expect(sealed['RSA-3072'].toString('latin1')).toContain('/SubFilter /ETSI.CAdES.detached');
  });

  it('signs type, digest and certificate, and leaves the time to the PDF', () => {
    expect(verifySealed(sealed['RSA-3072']).attributes).toEqual([
      '1.2.840.113549.1.9.3',
      '1.2.840.113549.1.9.4',
      '1.2.840.113549.1.9.16.2.47',
    ]);
    expect(sealed['RSA-3072'].toString('latin1')).toContain('/M (D:20261122');
  });

  it('fails by one changed byte, in a page and in the signature itself', () => {
    expect(verifySealed(tampered(sealed['RSA-3072'])).valid).toBe(false);
    const text = sealed['RSA-3072'].toString('latin1');
    const digest = createHash('sha256').update(keys['RSA-3072'].certificate).digest('hex');
    const other = text.replace(
      digest,
      `0${digest.slice(1)}` === digest ? `1${digest.slice(1)}` : `0${digest.slice(1)}`,
    );
    expect(verifySealed(Buffer.from(other, 'latin1')).valid).toBe(false);
    expect(verifySealed(Buffer.concat([sealed['RSA-3072'], Buffer.from('\n% more')])).whole).toBe(false);
  });

  it('carries a certificate of its organisation that cannot certify others, valid for three years', () => {
    const certificate = new X509Certificate(Buffer.from(keys['P-256'].certificate));
    expect(certificate.subject.split('\n')).toEqual(['C=IT', 'O=Istituto Città', 'CN=Istituto Città']);
    expect(certificate.ca).toBe(false);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(new Date(certificate.validTo).getUTCFullYear()).toBe(2029);
  });
});

// Tools that a machine may lack add their own verdict where they are.
if (installed('pdfsig')) {
  describe.each(['RSA-3072', 'P-256'] as const)('pdfsig on a seal by %s', (algorithm) => {
    const said = (pdf: Buffer) => {
      const file = path.join(folder, 'some.pdf');
      writeFileSync(file, pdf);
      return execFileSync('pdfsig', [file], { env: { ...process.env, LC_ALL: 'C' } }).toString();
    };

    it('finds it valid and total, and a changed byte invalid', () => {
      const words = said(sealed[algorithm]);
      expect(words).toContain('Signature is Valid');
      expect(words).toContain('Total document signed');
      expect(words).toContain('ETSI.CAdES.detached');
      expect(said(tampered(sealed[algorithm]))).not.toContain('Signature is Valid');
    });
  });
}

describe('a key that a school brings', () => {
  const keyFile = (password: string, years: number): Uint8Array => {
    const pair = forge.pki.rsa.generateKeyPair({ bits: 2048, workers: -1 });
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = pair.publicKey;
    certificate.serialNumber = '4d01';
    certificate.validity.notBefore = new Date('2025-01-01T00:00:00Z');
    certificate.validity.notAfter = new Date(Date.UTC(2025 + years, 0, 1));
    const names = [{ name: 'commonName', value: 'A school of trust' }];
    certificate.setSubject(names);
    certificate.setIssuer(names);
    certificate.sign(pair.privateKey, forge.md.sha256.create());
    const asn1 = forge.pkcs12.toPkcs12Asn1(pair.privateKey, [certificate], password, { algorithm: 'aes256' });
    return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');
  };
  let file: Uint8Array;
  beforeAll(() => {
    file = keyFile('a fine password', 9);
  });

  it('is read from its file with the password, and seals', async () => {
    const brought = await readKeyFile(file, 'a fine password', NOW);
    const verdict = verifySealed(await sealPdf(await somePdf(), brought, FACTS));
    expect(verdict).toMatchObject({ valid: true, whole: true, commonName: 'A school of trust' });
  });

  it('is refused with a wrong password, as another kind of file, and when its time is over', async () => {
    const faultOf = (of: Uint8Array, password: string) =>
      readKeyFile(of, password, NOW).catch((error: { fault?: string }) => error.fault);
    expect(await faultOf(file, 'another')).toBe('KEY_PASSWORD');
    expect(await faultOf(Buffer.from('%PDF-1.7'), 'a fine password')).toBe('KEY_FILE');
    expect(await faultOf(keyFile('short-lived', 1), 'short-lived')).toBe('KEY_EXPIRED');
  });
});

describe('what lies locked away', () => {
  const settings = { dataDir: folder, keySecret: null };

  it('opens under the server’s secret alone, and only for whom it was locked', async () => {
    const locked = await lockAway(settings, 'school-a', Buffer.from('a private key'));
    expect(locked.includes('a private key')).toBe(false);
    expect((await takeOut(settings, 'school-a', locked)).toString()).toBe('a private key');
    await expect(takeOut(settings, 'school-b', locked)).rejects.toThrow('SOFTMOB_KEY_SECRET');
    await expect(takeOut({ ...settings, keySecret: 'another secret' }, 'school-a', locked)).rejects.toThrow();
  });

  it('lies under a secret that one owner alone may read, and that is made once', async () => {
    const both = await Promise.all(
      ['a', 'b'].map((of) => lockAway({ ...settings, dataDir: `${folder}/new` }, of, Buffer.from('x'))),
    );
    expect((await takeOut({ ...settings, dataDir: `${folder}/new` }, 'a', both[0] ?? Buffer.alloc(0))).toString()).toBe(
      'x',
    );
    const file = secretFileOf(`${folder}/new`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8').trim()).toHaveLength(43);
  });
});
