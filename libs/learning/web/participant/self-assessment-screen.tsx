import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { StayChoice, useMyMobility } from '@softmob/documents-web/my-mobility';
import { Page, QueryError, useSession } from '@softmob/portal-kit';
import { EmptyState, SkeletonList } from '@softmob/ui';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

const OwnAssessment = lazy(() => import('./self-assessment.own').then((module) => ({ default: module.OwnAssessment })));

/** How far one has come in one's own eyes: the learner gives it, a guardian reads it with the agreement. */
export function SelfAssessmentScreen() {
  const { t } = useTranslation('learning');
  const { audience } = useSession();
  const stay = useMyMobility();
  const { mobility } = stay;
  return (
    <Page
      title={t('self.title')}
      description={audience === 'participant' && t('self.description')}
      width="form"
      crumbs={[{ label: t('certificates.home'), to: '/' }]}
    >
      <Stack spacing={5}>
        <StayChoice {...stay} />
        {stay.error && <QueryError error={stay.error} onRetry={() => void stay.refetch()} />}
        {!stay.error && !stay.loaded && <SkeletonList kind="form" />}
        {stay.loaded && !mobility && <EmptyState title={t('self.none')}>{t('self.noneText')}</EmptyState>}
        {mobility && audience === 'guardian' && (
          <EmptyState
            title={t('self.theirs', { name: mobility.participant.firstName ?? '' })}
            action={
              <Button variant="outlined" href={`/agreements/${mobility.id}`}>
                {t('agreement.read')}
              </Button>
            }
          >
            {t('self.theirsText')}
          </EmptyState>
        )}
        {mobility && audience === 'participant' && (
          <Suspense fallback={<SkeletonList kind="form" />}>
            <OwnAssessment key={mobility.id} id={mobility.id} />
          </Suspense>
        )}
      </Stack>
    </Page>
  );
}
