import { useQuery } from '@apollo/client/react';
import Stack from '@mui/material/Stack';
import { StayChoice, useMyMobility } from '@softmob/documents-web/my-mobility';
import { graphql } from '@softmob/gql/participant';
import { Page, QueryError } from '@softmob/portal-kit';
import { EmptyState, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { PaperCard } from '../shared/paper-card';

const MyPapersDocument = graphql(`
  query MyPapers($id: ID!) {
    mobility(id: $id) {
      id
      issuedDocuments {
        id
        number
        kind
        title
        status
        issuedOn
        size
        replacedBy
        proof
      }
    }
  }
`);

/** What the school issued for one: the file, whether it holds, and the page that proves it. */
export function PapersScreen() {
  const { t } = useTranslation('paperwork');
  const stay = useMyMobility();
  const id = stay.mobility?.id ?? '';
  const { data, error, refetch } = useQuery(MyPapersDocument, {
    variables: { id },
    skip: !id,
    fetchPolicy: 'cache-and-network',
  });
  const failure = stay.error ?? error;
  if (failure) return <QueryError error={failure} onRetry={() => void (stay.error ? stay.refetch() : refetch())} />;
  const papers = data?.mobility.issuedDocuments ?? [];
  return (
    <Page
      title={t('mine.title')}
      description={t('mine.text')}
      crumbs={[{ label: t('mine.documents'), to: '/documents' }]}
    >
      <Stack spacing={4}>
        <StayChoice {...stay} />
        {stay.loaded && !stay.mobility && <EmptyState title={t('mine.noStay')} />}
        {id && !data && <SkeletonList kind="cards" rows={3} />}
        {data && papers.length === 0 && <EmptyState title={t('mine.none')}>{t('mine.noneText')}</EmptyState>}
        {papers.map((paper) => (
          <PaperCard key={paper.id} paper={paper} />
        ))}
      </Stack>
    </Page>
  );
}
