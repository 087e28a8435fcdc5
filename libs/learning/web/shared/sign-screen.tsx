import Button from '@mui/material/Button';
import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined';
import Stack from '@mui/material/Stack';
import { fileUrl, type FormErrors, Page } from '@softmob/portal-kit';
import { type NextStep, Notice, Receipt, Section } from '@softmob/ui';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AgreementReader, OpenNotice } from './agreement-reader';
import { ChangeList } from './change-list';
import { SignPanel } from './sign-panel';
import { SignatureList } from './signature-list';
import { type SignInput, type VersionView } from './types';
import { useSay } from './use-say';
import { VersionChip } from './version-chip';

/** The version as a PDF, in a tab of its own. */
export function PdfButton({ mobilityId, number }: { mobilityId: string; number: number }) {
  const { t } = useTranslation('learning');
  const { locale } = useSay();
  return (
    <Button
      href={fileUrl(`/api/agreements/${mobilityId}/v${String(number)}.pdf?locale=${locale}`)}
      target="_blank"
      rel="noopener"
      startIcon={<PictureAsPdfOutlined />}
    >
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
  /** Why the agreement no longer holds, where it does not. */
  ended?: string;
  children?: ReactNode;
}

/** One agreement to read and to sign, the same in every portal. */
export function SignScreen(props: SignScreenProps) {
  const { version, signed, sign, saving, errors, crumbs = [], mobilityId, learner, ended, children } = props;
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
        {!ended && version.status === 'open' && !version.mySignature && <OpenNotice missing={version.missingParties} />}
        {!ended && version.status === 'locked' && (
          <Notice tone="done" title={t('locked.title')}>
            {t('locked.text')}
          </Notice>
        )}
        {changes && (
          <Section title={t('changes.title')} description={version.reason ?? undefined}>
            <ChangeList changes={changes} />
          </Section>
        )}
        {content && (
          <AgreementReader
            content={content}
            withheld={version.withheld}
            actions={<PdfButton mobilityId={mobilityId} number={version.number} />}
          />
        )}
        <Section title={t('signatures.title')}>
          <SignatureList version={version} />
        </Section>
        {version.mySignature && (
          <SignPanel mobilityId={mobilityId} version={version} sign={sign} saving={saving} errors={errors} />
        )}
        {children}
      </Stack>
    </Page>
  );
}
