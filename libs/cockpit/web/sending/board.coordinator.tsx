import { useQuery } from '@apollo/client/react';
import { graphql } from '@softmob/gql/sending-coordinator';
import { useUrlState } from '@softmob/portal-kit';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AgreementCell } from './agreement-cell';
import { type BoardNode } from './board-documents';
import { Board } from './board';
import { BulkActions } from './bulk-actions.coordinator';
import { MobilityMore } from './mobility-more.coordinator';
import { StepAction } from './step-action.coordinator';
import { useProject } from './use-project';

const BoardStatusDocument = graphql(`
  query BoardStatus($projectId: ID!) {
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

/** What the coordinator knows of each person beside the common part, by mobility. */
function useStatus(projectId: string | undefined) {
  const { data } = useQuery(BoardStatusDocument, { variables: { projectId: projectId ?? '' }, skip: !projectId });
  return useMemo(() => new Map(data?.mobilities.edges.map(({ node }) => [node.id, node])), [data]);
}

/** The coordinator's board: the chips of every slice, bulk actions, and the whole of one mobility in the panel. */
export function CoordinatorBoard() {
  const { t } = useTranslation('cockpit');
  const [{ project: chosen }] = useUrlState({ project: '' });
  const projectId = useProject(chosen).project?.id;
  const status = useStatus(projectId);
  const extraColumns = useMemo(
    () => [
      {
        key: 'agreement',
        header: t('board.agreement'),
        cell: ({ id }: BoardNode) => <AgreementCell current={status.get(id)?.agreement?.current} />,
      },
    ],
    [t, status],
  );
  return (
    <Board
      extraColumns={extraColumns}
      actions={(rows, clear) => (
        <BulkActions
          projectId={projectId ?? ''}
          rows={rows}
          agreementOf={(id) => status.get(id)?.agreement?.current?.status ?? null}
          onDone={clear}
        />
      )}
      stepAction={(task) => <StepAction task={task} />}
      panelSections={(id) => <MobilityMore id={id} />}
    />
  );
}
