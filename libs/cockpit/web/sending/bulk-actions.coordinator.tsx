import Button from '@mui/material/Button';
import { graphql } from '@softmob/gql/sending-coordinator';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardNode } from './board-documents';
import { BulkDialog, type BulkResult } from './bulk-dialog';
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
  onDone: () => void;
}

type Action = 'invite' | 'remindInvited' | 'request' | 'compose' | 'open' | 'remind' | 'complete';

/** What the coordinator does with the people selected; each action counts those whom it is for. */
export function BulkActions({ projectId, rows, statusOf, onDone }: BulkActionsProps) {
  const { t } = useTranslation('cockpit');
  const [action, setAction] = useState<Action | null>(null);
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
  const dialog = action && {
    rows: fits[action],
    skipped: rows.length - fits[action].length,
    onClose: () => setAction(null),
    onDone,
  };
  return (
    <>
      {(Object.keys(fits) as Action[])
        .filter((key) => fits[key].length > 0)
        .map((key) => (
          <Button key={key} size="small" onClick={() => setAction(key)}>
            {t(`bulk.${key}.button`)}
            {fits[key].length < rows.length && <span className="num">&nbsp;· {fits[key].length}</span>}
          </Button>
        ))}
      {dialog && action === 'invite' && (
        <BulkDialog
          {...dialog}
          words="invite"
          document={InviteDocument}
          resultOf={({ inviteParticipants: sent }) => mailed(sent.participants + sent.guardians)}
        />
      )}
      {dialog && action === 'remindInvited' && (
        <BulkDialog
          {...dialog}
          words="remindInvited"
          document={RemindInvitedDocument}
          resultOf={({ remindInvitations: sent }) => mailed(sent.participants + sent.guardians)}
        />
      )}
      {dialog && action === 'request' && <RequestDialog {...dialog} />}
      {dialog && action === 'compose' && (
        <BulkDialog
          {...dialog}
          words="compose"
          document={ComposeDocument}
          resultOf={({ composeAgreements: { done, refused } }) => ({ count: done.length, refused })}
        />
      )}
      {dialog && action === 'open' && (
        <BulkDialog
          {...dialog}
          words="open"
          document={OpenDocument}
          resultOf={({ openAgreements: { done, refused } }) => ({ count: done.length, refused })}
        />
      )}
      {dialog && action === 'remind' && (
        <BulkDialog
          {...dialog}
          words="remind"
          document={RemindDocument}
          resultOf={({ remindSigners }) => mailed(remindSigners.reminded)}
        />
      )}
      {dialog && action === 'complete' && <CompleteDialog {...dialog} projectId={projectId} />}
    </>
  );
}
