import { useQuery } from '@apollo/client/react';
import Stack from '@mui/material/Stack';
import { occupationFacts } from '@softmob/learning-model';
import { Page, QueryError, useSession } from '@softmob/portal-kit';
import { EmptyState, SkeletonList, TaskCard, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useSay } from '../shared/use-say';
import { CompanyHomeDocument, nameOf } from './home.operations';

/** The learners of a tutor: those here now first, then those to come. */
export function LearnersScreen() {
  const { t, i18n } = useTranslation('learning');
  const { say } = useSay();
  const { today } = useSession();
  const format = useFormat();
  const { data, error, refetch } = useQuery(CompanyHomeDocument, { variables: { locale: i18n.language } });
  const learners = [...(data?.mobilities.nodes ?? [])].sort(
    (a, b) => Number(a.stage === 'back') - Number(b.stage === 'back') || a.startsOn.localeCompare(b.startsOn),
  );
  return (
    <Page title={t('learners.title')} width="form">
      {error ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonList kind="cards" rows={3} />
      ) : learners.length === 0 ? (
        <EmptyState title={t('learners.none')}>{t('learners.noneText')}</EmptyState>
      ) : (
        <Stack spacing={3}>
          {learners.map((mobility) => {
            const trade = occupationFacts(mobility.participant.occupation);
            const here = mobility.startsOn <= today && today <= mobility.endsOn;
            return (
              <TaskCard
                key={mobility.id}
                title={nameOf(mobility.participant)}
                detail={`${trade ? say(trade.name) : mobility.participant.occupation} · ${format.dateRange(mobility.startsOn, mobility.endsOn)}`}
                state={here ? 'abroad' : mobility.stage === 'back' ? 'done' : 'waiting'}
                to={`/learners/${mobility.id}`}
              />
            );
          })}
        </Stack>
      )}
    </Page>
  );
}
