import { useQuery } from '@apollo/client/react';
import { type ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '@softmob/gql/sending-coordinator';
import { useUrlState } from '@softmob/portal-kit';
import { type Column } from '@softmob/ui';
import { type TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AgreementCell } from './agreement-cell';
import { Board } from './board';
import { type BoardNode } from './board-documents';
import { BulkActions } from './bulk-actions.coordinator';
import { MobilityHistory } from './mobility-history.coordinator';
import { MobilityPapers } from './mobility-papers.coordinator';
import { DocumentsCell, InvitationCell } from './status-cells';
import { StepAction } from './step-action.coordinator';
import { useProject } from './use-project';

const BoardStatusDocument = graphql(`
  query BoardStatus($projectId: ID!) {
    mobilities(filter: { projectId: $projectId, order: "departure" }, first: 500) {
      edges {
        cursor
        node {
          id
          participant {
            id
            invitation {
              status
            }
            guardianInvitation {
              status
            }
          }
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
          documents {
            id
            kind
            status
            expiryWarning
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

type Status = ResultOf<typeof BoardStatusDocument>['mobilities']['edges'][number]['node'];

/** What the coordinator knows of each person beside the common part, by mobility. */
function useStatus(projectId: string | undefined): ReadonlyMap<string, Status> {
  const { data } = useQuery(BoardStatusDocument, { variables: { projectId: projectId ?? '' }, skip: !projectId });
  return useMemo(() => new Map(data?.mobilities.edges.map(({ node }) => [node.id, node])), [data]);
}

/** Chips of the other slices, for those whose status is known already. */
function statusColumns(t: TFunction<'cockpit'>, status: ReadonlyMap<string, Status>): Column<BoardNode>[] {
  const column = (key: string, draw: (of: Status) => React.ReactNode): Column<BoardNode> => ({
    key,
    header: t(`board.${key}`),
    cell: ({ id }) => {
      const of = status.get(id);
      return of ? draw(of) : null;
    },
  });
  return [
    column('invitation', ({ participant }) => (
      <InvitationCell own={participant.invitation ?? null} guardian={participant.guardianInvitation ?? null} />
    )),
    column('agreement', ({ agreement }) => <AgreementCell current={agreement?.current} />),
    column('documents', ({ documents }) => <DocumentsCell documents={documents} />),
  ];
}

/** The coordinator's board: the chips of every slice, bulk actions, and the whole of one mobility in the panel. */
export function CoordinatorBoard() {
  const { t } = useTranslation('cockpit');
  const [{ project: chosen }] = useUrlState({ project: '' });
  const projectId = useProject(chosen).project?.id;
  const status = useStatus(projectId);
  const extraColumns = useMemo(() => statusColumns(t, status), [t, status]);
  return (
    <Board
      extraColumns={extraColumns}
      actions={(rows, show, clear) => (
        <BulkActions
          projectId={projectId ?? ''}
          rows={rows}
          statusOf={(id) => {
            const of = status.get(id);
            const invitations = [of?.participant.invitation?.status, of?.participant.guardianInvitation?.status];
            const current = of?.agreement?.current;
            return {
              agreement: current && !current.outdated ? current.status : null,
              invitations: invitations.filter((one) => one != null),
            };
          }}
          show={show}
          onDone={clear}
        />
      )}
      stepAction={(task) => <StepAction task={task} />}
      panelTabs={[
        { key: 'more', content: (id) => <MobilityPapers id={id} /> },
        { key: 'history', content: (id) => <MobilityHistory id={id} /> },
      ]}
    />
  );
}
