import { useQuery } from '@apollo/client/react';
import { graphql } from '@softmob/gql/teaching';
import { useSubmit } from '@softmob/portal-kit';
import { useTranslation } from 'react-i18next';
import { StayBoard } from '../shared/stay-board';
import { StayPanel, type StayPanelProps } from '../shared/stay-panel';

const SchoolStaysDocument = graphql(`
  query SchoolStays {
    mobilities(filter: { stages: ["confirmed", "abroad", "back"], order: "departure" }, first: 500) {
      edges {
        cursor
        node {
          ...StayParts
          monitoring {
            evaluated
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
const SchoolStayDocument = graphql(`
  query SchoolStay($id: ID!) {
    mobility(id: $id) {
      ...StayDetailParts
      evaluation {
        id
        comment
        private
        submittedAt
        answers {
          question
          score
          text
        }
      }
    }
  }
`);
const SchoolArriveDocument = graphql(`
  mutation SchoolArrive($ids: [ID!]!, $day: Day!) {
    confirmArrival(mobilityIds: $ids, arrivedOn: $day) {
      id
      stage
      arrivedOn
    }
  }
`);
const SchoolReturnDocument = graphql(`
  mutation SchoolReturn($ids: [ID!]!, $day: Day!) {
    confirmReturn(mobilityIds: $ids, returnedOn: $day) {
      id
      stage
    }
  }
`);

function Panel({ row, onClose }: Pick<StayPanelProps, 'row' | 'onClose'>) {
  const { data, error, refetch } = useQuery(SchoolStayDocument, { variables: { id: row.id } });
  return (
    <StayPanel
      row={row}
      detail={data?.mobility}
      error={error}
      onRetry={() => void refetch()}
      onClose={onClose}
      withEvaluation={true}
    />
  );
}

/** The board as those work with it who follow learners. */
export function SchoolMonitoring() {
  const { t } = useTranslation('monitoring');
  const { data, error, refetch } = useQuery(SchoolStaysDocument, { fetchPolicy: 'cache-and-network' });
  const arrive = useSubmit(SchoolArriveDocument);
  const comeBack = useSubmit(SchoolReturnDocument);
  return (
    <StayBoard
      title={t('board.title')}
      description={t('board.titleHint')}
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
