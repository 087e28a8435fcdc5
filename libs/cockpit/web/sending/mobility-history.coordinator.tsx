import { useQuery } from '@apollo/client/react';
import { graphql } from '@softmob/gql/sending-coordinator';
import { QueryError, useFormat } from '@softmob/portal-kit';
import { EmptyState, SkeletonList, Timeline } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

const HistoryDocument = graphql(`
  query MobilityHistory($id: ID!) {
    mobility(id: $id) {
      id
      history {
        id
        type
        at
        actorName
        audience
        changes {
          field
        }
      }
    }
  }
`);

/** Who did what and when, the newest first. */
export function MobilityHistory({ id }: { id: string }) {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const { data, error, refetch } = useQuery(HistoryDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (data?.mobility.id !== id) return <SkeletonList rows={5} />;
  const { history } = data.mobility;
  if (history.length === 0) return <EmptyState compact title={t('history.none')} />;
  const items = [...history]
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .map(({ id: entry, type, at, actorName, audience }) => ({
      id: entry,
      title: t(`event.${type}`, { defaultValue: type }),
      state: 'done' as const,
      detail: [
        format.date(at, 'dateTime'),
        actorName ? `${actorName} (${t(`kit:audience.${audience}`)})` : t('history.system'),
      ].join(' · '),
    }));
  return <Timeline label={t('panel.tab.history')} items={items} />;
}
