import Button from '@mui/material/Button';
import { graphql } from '@softmob/gql/sending-coordinator';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardNode } from './board-documents';
import { BulkDialog } from './bulk-dialog';
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

interface BulkActionsProps {
  projectId: string;
  rows: readonly BoardNode[];
  /** Status of the agreement that people work on; null where there is none. */
  agreementOf: (mobilityId: string) => string | null;
  onDone: () => void;
}

type Action = 'request' | 'compose' | 'open' | 'remind' | 'complete';

/** What the coordinator does with the people selected; each action counts those whom it is for. */
export function BulkActions({ projectId, rows, agreementOf, onDone }: BulkActionsProps) {
  const { t } = useTranslation('cockpit');
  const [action, setAction] = useState<Action | null>(null);
  const current = rows.filter(({ stage }) => stage !== 'withdrawn');
  const fits: Readonly<Record<Action, readonly BoardNode[]>> = {
    request: current.filter(({ stage, placement }) => stage === 'selected' && !placement),
    compose: current.filter(({ id, stage }) => stage !== 'selected' && stage !== 'proposed' && !agreementOf(id)),
    open: current.filter(({ id }) => agreementOf(id) === 'draft'),
    remind: current.filter(({ id }) => agreementOf(id) === 'open'),
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
      {(Object.keys(fits) as Action[]).map((key) => (
        <Button key={key} size="small" disabled={fits[key].length === 0} onClick={() => setAction(key)}>
          {t(`bulk.${key}.button`)}
          {fits[key].length > 0 && fits[key].length < rows.length && (
            <span className="num">&nbsp;· {fits[key].length}</span>
          )}
        </Button>
      ))}
      {dialog && action === 'request' && <RequestDialog {...dialog} />}
      {dialog && action === 'compose' && (
        <BulkDialog
          {...dialog}
          words="compose"
          document={ComposeDocument}
          resultOf={(data) => data.composeAgreements}
        />
      )}
      {dialog && action === 'open' && (
        <BulkDialog {...dialog} words="open" document={OpenDocument} resultOf={(data) => data.openAgreements} />
      )}
      {dialog && action === 'remind' && (
        <BulkDialog
          {...dialog}
          words="remind"
          document={RemindDocument}
          resultOf={({ remindSigners }) => ({ done: Array<string>(remindSigners.reminded).fill(''), refused: [] })}
        />
      )}
      {dialog && action === 'complete' && <CompleteDialog {...dialog} projectId={projectId} />}
    </>
  );
}
