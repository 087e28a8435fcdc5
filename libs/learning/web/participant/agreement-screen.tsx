import Button from '@mui/material/Button';
import { QueryError, useSession } from '@softmob/portal-kit';
import { EmptyState, Section, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { OutcomeTable } from '../shared/outcome-table';
import { SignScreen } from '../shared/sign-screen';
import { useSigning } from '../shared/use-signing.signing';

/** One's own agreement, or that of one's minor: to read, to sign, and later with what was reached. */
export function AgreementScreen() {
  const { t } = useTranslation('learning');
  const { today, audience } = useSession();
  const { id = '' } = useParams();
  const { mobility, error, retry, signing, assessed } = useSigning(id, { results: true });
  if (error) return <QueryError error={error} onRetry={retry} backTo="/" />;
  if (!mobility) return <SkeletonList kind="page" />;
  if (!signing) return <EmptyState title={t('agreement.none')}>{t('agreement.noneText')}</EmptyState>;
  const over = mobility.stage === 'withdrawn';
  return (
    <SignScreen
      {...signing}
      backTo="/"
      backLabel={t('receipt.home')}
      {...(over ? { ended: t('agreement.withdrawn') } : {})}
    >
      {assessed && (
        <Section
          title={t('learner.outcomes')}
          actions={
            audience === 'participant' && (
              <Button variant="outlined" href={`/self-assessment?stay=${id}`}>
                {t('outcome.self')}
              </Button>
            )
          }
        >
          <OutcomeTable outcomes={mobility.outcomes ?? []} />
        </Section>
      )}
      {today >= mobility.startsOn && !over && (
        <Section title={t('certificates.title')} description={t('certificates.description')}>
          <Button variant="outlined" href={`/certificates?stay=${id}`}>
            {t('certificates.open')}
          </Button>
        </Section>
      )}
    </SignScreen>
  );
}
