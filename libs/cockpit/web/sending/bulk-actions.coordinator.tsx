import Button from '@mui/material/Button';
import { graphql } from '@softmob/gql/sending-coordinator';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardNode } from './board-documents';
import { BulkDialog, type BulkProps, type BulkResult } from './bulk-dialog';
import { CompleteDialog } from './complete-dialog.coordinator';
import { RequestDialog } from './request-dialog.coordinator';

const ComposeDocument = graphql(`
  mutation BoardComposesAgreements($ids: [ID!]!) {
    composeAgreements(input: { mobilityIds: $ids }) {
      done
      refused {
        mobilityId
        reason
        message
      }
    }
  }
`);

const OpenDocument = graphql(`
  mutation BoardOpensAgreements($ids: [ID!]!) {
    openAgreements(input: { mobilityIds: $ids }) {
      done
      refused {
        mobilityId
        reason
        message
      }
    }
  }
`);

const RemindDocument = graphql(`
  mutation BoardRemindsSigners($ids: [ID!]!) {
    remindSigners(input: { mobilityIds: $ids }) {
      reminded
    }
  }
`);

const InviteDocument = graphql(`
  mutation BoardInvites($ids: [ID!]!) {
    inviteParticipants(input: { mobilityIds: $ids }) {
      participants
      guardians
    }
  }
`);

const RemindInvitedDocument = graphql(`
  mutation BoardRemindsInvited($ids: [ID!]!) {
    remindInvitations(input: { mobilityIds: $ids }) {
      participants
      guardians
    }
  }
`);

const mailed = (count: number): BulkResult => ({ count, refused: [] });

interface BulkActionsProps {
  projectId: string;
  rows: readonly BoardNode[];
  /** Status of the agreement that people work on, and of the invitations of participant and guardian. */
  statusOf: (mobilityId: string) => { agreement: string | null; invitations: readonly string[] };
  show: (dialog: ReactNode) => void;
  onDone: () => void;
}

type Action = 'invite' | 'remindInvited' | 'request' | 'compose' | 'open' | 'remind' | 'complete';

/** What the coordinator does with the people selected; each action counts those whom it is for. */
export function BulkActions({ projectId, rows, statusOf, show, onDone }: BulkActionsProps) {
  const { t } = useTranslation('cockpit');
  const current = rows.filter(({ stage }) => stage !== 'withdrawn');
  const fits: Readonly<Record<Action, readonly BoardNode[]>> = {
    invite: current.filter(({ id }) => statusOf(id).invitations.some((one) => one === 'none' || one === 'expired')),
    remindInvited: current.filter(({ id }) => statusOf(id).invitations.includes('invited')),
    request: current.filter(({ stage, placement }) => stage === 'selected' && !placement),
    compose: current.filter(({ id, stage }) => stage !== 'selected' && stage !== 'proposed' && !statusOf(id).agreement),
    open: current.filter(({ id }) => statusOf(id).agreement === 'draft'),
    remind: current.filter(({ id }) => statusOf(id).agreement === 'open'),
    complete: current.filter(({ progress }) => (progress?.openSteps.length ?? 0) > 0),
  };
  const close = () => show(null);
  const open = (action: Action) => {
    const told = { rows: fits[action], skipped: rows.length - fits[action].length, onClose: close, onDone };
    show(dialogFor(action, told, projectId));
  };
  return (
    <>
      {(Object.keys(fits) as Action[])
        .filter((key) => fits[key].length > 0)
        .map((key) => (
          <Button key={key} size="small" onClick={() => open(key)}>
            {t(`bulk.${key}.button`)}
            {fits[key].length < rows.length && <span className="num">&nbsp;· {fits[key].length}</span>}
          </Button>
        ))}
    </>
  );
}

/** What asks before an action and says what came of it. */
function dialogFor(action: Action, told: BulkProps, projectId: string): ReactNode {
  switch (action) {
    case 'invite':
      return (
        <BulkDialog
          {...told}
          words="invite"
          document={InviteDocument}
          resultOf={({ inviteParticipants: sent }) => mailed(sent.participants + sent.guardians)}
        />
      );
    case 'remindInvited':
      return (
        <BulkDialog
          {...told}
          words="remindInvited"
          document={RemindInvitedDocument}
          resultOf={({ remindInvitations: sent }) => mailed(sent.participants + sent.guardians)}
        />
      );
    case 'request':
      return <RequestDialog {...told} />;
    case 'compose':
      return (
        <BulkDialog
          {...told}
          words="compose"
          document={ComposeDocument}
          resultOf={({ composeAgreements: { done, refused } }) => ({ count: done.length, refused })}
        />
      );
    case 'open':
      return (
        <BulkDialog
          {...told}
          words="open"
          document={OpenDocument}
          resultOf={({ openAgreements: { done, refused } }) => ({ count: done.length, refused })}
        />
      );
    case 'remind':
      return (
        <BulkDialog
          {...told}
          words="remind"
          document={RemindDocument}
          resultOf={({ remindSigners }) => mailed(remindSigners.reminded)}
        />
      );
    case 'complete':
      return <CompleteDialog {...told} projectId={projectId} />;
  }
}
