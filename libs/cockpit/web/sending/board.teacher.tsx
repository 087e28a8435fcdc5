import { useQuery } from '@apollo/client/react';
import { graphql } from '@softmob/gql/sending-teacher';
import { useUrlState } from '@softmob/portal-kit';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AgreementCell } from './agreement-cell';
import { Board } from './board';
import { type BoardNode } from './board-documents';
import { StepAction } from './step-action.teacher';
import { useProject } from './use-project';

const TeacherStatusDocument = graphql(`
  query TeacherBoardStatus($projectId: ID!) {
    mobilities(filter: { projectId: $projectId, order: "departure" }, first: 500) {
      edges {
        cursor
        node {
          id
          agreement {
            id
            current {
              id
              number
              status
              outdated
              missingParties
            }
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

/** The teacher's board: the common part, with the agreements, and with their own steps to tick. */
export function TeacherBoard() {
  const { t } = useTranslation('cockpit');
  const [{ project: chosen }] = useUrlState({ project: '' });
  const projectId = useProject(chosen).project?.id;
  const { data } = useQuery(TeacherStatusDocument, { variables: { projectId: projectId ?? '' }, skip: !projectId });
  const extraColumns = useMemo(() => {
    const status = new Map(data?.mobilities.edges.map(({ node }) => [node.id, node]));
    return [
      {
        key: 'agreement',
        header: t('board.agreement'),
        cell: ({ id }: BoardNode) => <AgreementCell current={status.get(id)?.agreement?.current} />,
      },
    ];
  }, [t, data]);
  return <Board extraColumns={extraColumns} stepAction={(task) => <StepAction task={task} />} />;
}
