import { policy } from '@softmob/access';
import { Page, useCan } from '@softmob/portal-kit';
import { EmptyState, SkeletonList } from '@softmob/ui';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

const ReplaceFlow = lazy(() =>
  import('../shared/replace-flow.placing').then((module) => ({ default: module.ReplaceFlow })),
);

/** Another company for a learner: for the coordinator alone. */
export function ReplaceScreen() {
  const { t } = useTranslation('placements');
  if (useCan(policy.placements.replace)) {
    return (
      <Suspense fallback={<SkeletonList kind="form" />}>
        <ReplaceFlow
          reader="school"
          backTo={(flowId) => ({
            to: flowId ? `/placements?flow=${flowId}` : '/placements',
            label: t('sending.title'),
          })}
        />
      </Suspense>
    );
  }
  return (
    <Page title={t('replace.title')} crumbs={[{ to: '/placements', label: t('sending.title') }]} width="form">
      <EmptyState title={t('replace.notYours')}>{t('replace.notYoursHint')}</EmptyState>
    </Page>
  );
}
