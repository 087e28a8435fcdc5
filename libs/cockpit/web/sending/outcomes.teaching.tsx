import { useQuery } from '@apollo/client/react';
import { graphql } from '@softmob/gql/teaching';
import { QueryError } from '@softmob/portal-kit';
import { SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { OutcomesSection } from './outcomes-section';

const OutcomesDocument = graphql(`
  query Outcomes($projectId: ID!, $locale: String) {
    outcomeFigures(projectId: $projectId) {
      id
      title(locale: $locale)
      participants
      assessed
      notYet
      withHelp
      independently
      inNewSituations
    }
  }
`);

/** What was learnt: for the coordinator and the teachers, not for the finance office. */
export function Outcomes({ projectId, view }: { projectId: string; view: string }) {
  const { i18n } = useTranslation();
  const { data, error, refetch } = useQuery(OutcomesDocument, { variables: { projectId, locale: i18n.language } });
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />;
  return data ? <OutcomesSection units={data.outcomeFigures} view={view} /> : <SkeletonList rows={3} />;
}
