import { useQuery } from '@apollo/client/react';
import { graphql } from '@softmob/gql/participant';
import { QueryError } from '@softmob/portal-kit';
import { EmptyState, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { DiaryEntries } from '../shared/diary-entries';

const SharedDiaryDocument = graphql(`
  query SharedDiary($id: ID!) {
    mobility(id: $id) {
      id
      diary {
        id
        day
        hours
        activities
        learned
      }
    }
  }
`);

/** The days that a minor shared with their guardian. */
export function SharedDiary({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('monitoring');
  const { data, error, refetch } = useQuery(SharedDiaryDocument, { variables: { id } });
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList rows={4} />;
  if (data.mobility.diary.length === 0) {
    return <EmptyState title={t('diary.nothingShared')}>{t('diary.nothingSharedHint', { name })}</EmptyState>;
  }
  return <DiaryEntries entries={[...data.mobility.diary].reverse()} />;
}
