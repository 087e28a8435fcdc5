import { type AgreementChange, type AgreementContent, type Locale } from '@softmob/learning-model';
import { type Signature, type SignatureMethod } from './agreement.entity';
import { type VersionRow } from './learning.loaders';
import { type AgreementPrint, type PrintedSignature } from './pdf';

const MANNERS: Record<SignatureMethod, PrintedSignature['method']> = {
  password: 'account',
  'seat-code': 'mailCode',
  paper: 'paper',
};

const printed = (signature: Signature): PrintedSignature => ({
  party: signature.party,
  name: signature.name,
  signedAt: signature.signedAt,
  recordedAt: signature.recordedAt,
  method: MANNERS[signature.method],
  hash: signature.contentHash,
  checkedBy: signature.checkedBy,
  mark: signature.mark && signature.markKind ? { kind: signature.markKind, value: signature.mark } : null,
  ip: signature.ip,
  statement: signature.statement,
});

interface PrintOf {
  readonly version: VersionRow;
  readonly given: readonly Signature[];
  readonly before: { readonly number: number; readonly lockedAt: string } | null;
  readonly changes: readonly AgreementChange[] | null;
  readonly withheld: readonly string[];
  readonly locale: Locale;
}

/** What stands on a printed version beside its content. */
export function printOf({ version, given, before, changes, withheld, locale }: PrintOf): AgreementPrint {
  const moments = [version.createdAt, ...given.map(({ signedAt }) => signedAt)];
  return {
    version: version.number,
    status: version.status,
    signatures: given.map(printed),
    signers: version.requiredParties,
    supersedes: before ? { version: before.number, lockedAt: new Date(before.lockedAt) } : null,
    ...(changes ? { changes } : {}),
    hash: version.contentHash,
    locale,
    createdAt: moments.reduce((last, at) => (at > last ? at : last)),
    withheld,
  };
}

/** The language that all parties share: that of the activity where the house speaks it, else English. */
export const sharedLocale = (content: AgreementContent, locales: readonly Locale[]): Locale =>
  locales.find((locale) => locale === content.context.language) ?? 'en';
