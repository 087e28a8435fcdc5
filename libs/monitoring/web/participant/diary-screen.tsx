import Stack from '@mui/material/Stack';
import { StayChoice, useMyMobility } from '@softmob/documents-web/my-mobility';
import { Page, QueryError, useSession } from '@softmob/portal-kit';
import { EmptyState, SkeletonList, useFormat } from '@softmob/ui';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { SharedDiary } from './shared-diary';

const OwnDiary = lazy(() => import('./diary.own').then((module) => ({ default: module.OwnDiary })));

/** The diary: its writer writes, a guardian reads what was shared. */
export function DiaryScreen() {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const { audience } = useSession();
  const stay = useMyMobility();
  const { mobility } = stay;
  const name = mobility?.participant.firstName ?? '';
  /** A guardian reads the diary of somebody else. */
  const others = audience === 'guardian' && name !== '';
  const begun = mobility?.stage === 'abroad' || mobility?.stage === 'back';
  return (
    <Page title={others ? t('diary.titleOf', { name }) : t('diary.title')}>
      <Stack spacing={4}>
        <StayChoice {...stay} />
        {stay.error && <QueryError error={stay.error} onRetry={() => void stay.refetch()} />}
        {!stay.error && !stay.loaded && <SkeletonList kind="form" />}
        {stay.loaded && !mobility && <EmptyState title={t('home.none')}>{t('home.noneHint')}</EmptyState>}
        {mobility && !begun && (
          <EmptyState title={t(others ? 'diary.notYetOf' : 'diary.notYet', { name })}>
            {t(others ? 'diary.notYetOfHint' : 'diary.notYetHint', {
              name,
              date: format.date(mobility.startsOn, 'long'),
            })}
          </EmptyState>
        )}
        {mobility && begun && audience === 'guardian' && <SharedDiary id={mobility.id} name={name} />}
        {mobility && begun && audience === 'participant' && (
          <Suspense fallback={<SkeletonList kind="form" />}>
            <OwnDiary key={mobility.id} mobility={mobility} />
          </Suspense>
        )}
      </Stack>
    </Page>
  );
}
