import { useQuery } from '@apollo/client/react';
import { graphql } from '@softmob/gql/host';
import { useSubmit } from '@softmob/portal-kit';
import { useTranslation } from 'react-i18next';
import { StayBoard } from '../shared/stay-board';
import { StayPanel, type StayPanelProps } from '../shared/stay-panel';
import { HostDocuments } from './host-documents';

const HostStaysDocument = graphql(`
  query HostStays {
    mobilities(filter: { stages: ["confirmed", "abroad", "back"], order: "departure" }, first: 500) {
      edges {
        cursor
        node {
          ...StayParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
const HostStayDocument = graphql(`
  query HostStay($id: ID!) {
    mobility(id: $id) {
      ...StayDetailParts
      documents {
        id
        kind
        fileName
        mime
        thumbnail
        expiresOn
        status
        expiryWarning
      }
    }
  }
`);
const HostArriveDocument = graphql(`
  mutation HostArrive($ids: [ID!]!, $day: Day!) {
    confirmArrival(mobilityIds: $ids, arrivedOn: $day) {
      id
      stage
      arrivedOn
    }
  }
`);
const HostReturnDocument = graphql(`
  mutation HostReturn($ids: [ID!]!, $day: Day!) {
    confirmReturn(mobilityIds: $ids, returnedOn: $day) {
      id
      stage
    }
  }
`);

function Panel({ row, onClose }: Pick<StayPanelProps, 'row' | 'onClose'>) {
  const { data, error, refetch } = useQuery(HostStayDocument, { variables: { id: row.id } });
  return (
    <StayPanel
      row={row}
      detail={data?.mobility}
      error={error}
      onRetry={() => void refetch()}
      onClose={onClose}
      withEvaluation={false}
    >
      <HostDocuments documents={data?.mobility.documents ?? []} />
    </StayPanel>
  );
}

/** Those who are with the host: arrivals and returns of many at once, and what was released to it. */
export function StaysScreen() {
  const { t } = useTranslation('monitoring');
  const { data, error, refetch } = useQuery(HostStaysDocument, { fetchPolicy: 'cache-and-network' });
  const arrive = useSubmit(HostArriveDocument);
  const comeBack = useSubmit(HostReturnDocument);
  return (
    <StayBoard
      title={t('board.hostTitle')}
      description={t('board.hostTitleHint')}
      rows={data?.mobilities.edges.map(({ node }) => node)}
      error={error}
      onRetry={() => void refetch()}
      onArrive={async (ids, day) => (await arrive.submit({ ids, day })) !== null}
      onReturn={async (ids, day) => (await comeBack.submit({ ids, day })) !== null}
      failure={arrive.error ?? comeBack.error}
      panel={(row, onClose) => <Panel key={row.id} row={row} onClose={onClose} />}
    />
  );
}
