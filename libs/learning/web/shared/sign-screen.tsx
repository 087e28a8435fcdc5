import Button from '@mui/material/Button';
import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import Stack from '@mui/material/Stack';
import { fileUrl, type FormErrors, Page } from '@softmob/portal-kit';
import { type NextStep, Notice, Receipt, Section, useFormat } from '@softmob/ui';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AgreementReader, OpenNotice } from './agreement-reader';
import { ChangeList, SignersOfChange } from './change-list';
import { OtherWays, RevokeAct } from './sign-acts';
import { SignPanel } from './sign-panel';
import { SignatureList } from './signature-list';
import { type SignInput, type VersionActs, type VersionView } from './types';
import { useSay } from './use-say';
import { VersionChip } from './version-chip';

interface PdfButtonProps {
  mobilityId: string;
  number: number;
  /** Where it is sealed, the sealed file and the way to read it in one's own language. */
  sealedAt?: string | null;
}

/** The version as a PDF, in a tab of its own. */
export function PdfButton({ mobilityId, number, sealedAt = null }: PdfButtonProps) {
  const { t } = useTranslation('learning');
  const { locale } = useSay();
  const address = `/api/agreements/${mobilityId}/v${String(number)}.pdf?locale=${locale}`;
  if (sealedAt) {
    return (
      <>
        <Button href={fileUrl(address)} target="_blank" rel="noopener" startIcon={<VerifiedOutlined />}>
          {t('pdf.sealed')}
        </Button>
        <Button href={fileUrl(`${address}&copy=reading`)} target="_blank" rel="noopener">
          {t('pdf.reading')}
        </Button>
      </>
    );
  }
  return (
    <Button href={fileUrl(address)} target="_blank" rel="noopener" startIcon={<PictureAsPdfOutlined />}>
      {t('pdf.open')}
    </Button>
  );
}

interface SignedReceiptProps {
  version: VersionView;
  learner: string;
  next?: readonly NextStep[];
  backTo: string;
  backLabel: string;
  mobilityId: string;
}

/** After a signature: what happens next and who holds the ball. */
function SignedReceipt({ version, learner, next = [], backTo, backLabel, mobilityId }: SignedReceiptProps) {
  const { t } = useTranslation('learning');
  const waiting = version.missingParties.map((party) => ({ who: t(`party.${party}`), what: t('receipt.signs') }));
  const done = { who: t('party.sending'), what: t('receipt.allSigned') };
  return (
    <Receipt
      title={t('receipt.signed')}
      level={1}
      next={[...(waiting.length > 0 ? waiting : [done]), ...next]}
      actions={
        <>
          <Button variant="contained" href={backTo}>
            {backLabel}
          </Button>
          <PdfButton mobilityId={mobilityId} number={version.number} />
        </>
      }
    >
      {t('receipt.signedText', { learner, number: version.number })}
    </Receipt>
  );
}

interface SignScreenProps extends Omit<SignedReceiptProps, 'version'> {
  version: VersionView;
  /** The signature was given just now. */
  signed: boolean;
  sign: (input: SignInput) => Promise<unknown>;
  saving: boolean;
  errors: FormErrors | null;
  crumbs?: { label: string; to: string }[];
  acts: VersionActs;
  /** Why the agreement no longer holds, where it does not. */
  ended?: string;
  children?: ReactNode;
}

/** Where a version stands, for whoever reads it. */
export function StandingNotice({ version }: { version: VersionView }) {
  const { t } = useTranslation('learning');
  const format = useFormat();
  const { status, signsAfter, closedParty, closedReason } = version;
  if (status === 'declined' || status === 'withdrawn') {
    return (
      <Notice
        tone={status === 'declined' ? 'blocked' : 'draft'}
        title={closedParty ? t('closed.declined', { party: t(`party.${closedParty}`) }) : t('closed.withdrawn')}
      >
        {closedReason} {t('closed.text')}
      </Notice>
    );
  }
  if (signsAfter.length > 0) {
    return (
      <Notice tone="waiting" title={t('order.wait')}>
        {t('order.before', { parties: format.list(signsAfter.map((party) => t(`party.${party}`))) })}
      </Notice>
    );
  }
  if (status === 'open' && !version.mySignature) return <OpenNotice missing={version.missingParties} />;
  if (status !== 'locked') return null;
  return (
    <Notice tone="done" title={t('locked.title')}>
      {t('locked.text')} {t(version.sealedAt ? 'locked.sealed' : 'locked.sealing')}
    </Notice>
  );
}

/** One agreement to read and to sign, the same in every portal. */
export function SignScreen(props: SignScreenProps) {
  const { version, signed, sign, saving, errors, crumbs = [], mobilityId, learner, ended, acts, children } = props;
  const { t } = useTranslation('learning');
  if (signed) return <SignedReceipt {...props} />;
  const { content, changes } = version;
  return (
    <Page
      title={t('agreement.of', { learner })}
      crumbs={crumbs}
      width="form"
      meta={!ended && <VersionChip status={version.status} />}
      description={t('agreement.version', { number: version.number })}
      actions={
        version.mySignature && (
          <Button href="#sign" variant="outlined">
            {t('sign.jump')}
          </Button>
        )
      }
    >
      <Stack spacing={4}>
        {ended && <Notice tone="draft">{ended}</Notice>}
        {!ended && <StandingNotice version={version} />}
        {changes && (
          <Section title={t('changes.title')} description={version.reason ?? undefined}>
            <ChangeList changes={changes} />
            <SignersOfChange version={version} />
          </Section>
        )}
        {content && (
          <AgreementReader
            content={content}
            withheld={version.withheld}
            actions={<PdfButton mobilityId={mobilityId} number={version.number} sealedAt={version.sealedAt} />}
          />
        )}
        <Section title={t('signatures.title')}>
          <SignatureList version={version} />
        </Section>
        {version.mySignature && (
          <SignPanel mobilityId={mobilityId} version={version} sign={sign} saving={saving} errors={errors} />
        )}
        {version.mayDecline && <OtherWays mobilityId={mobilityId} version={version} acts={acts} />}
        {version.mayRevoke && (
          <RevokeAct mobilityId={mobilityId} version={version} revoke={acts.revoke} reload={acts.reload} />
        )}
        {children}
      </Stack>
    </Page>
  );
}
