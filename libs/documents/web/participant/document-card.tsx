import DeleteOutlineOutlined from '@mui/icons-material/DeleteOutlineOutlined';
import InsertDriveFileOutlined from '@mui/icons-material/InsertDriveFileOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import Switch from '@mui/material/Switch';
import { useSubmit, useToast } from '@softmob/portal-kit';
import { ConfirmDialog, Notice, Section, StateChip, useFormat } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentChip } from '../shared/document-state';
import { FileButton } from '../shared/preview-dialog';
import {
  type DocumentTask,
  type MyDocument,
  ReleaseToHostDocument,
  RemoveUploadDocument,
} from './documents.operations';
import { UploadForm } from './upload-form';

const Entry = styled('li')(({ theme }) => ({
  display: 'grid',
  gap: 8,
  padding: '12px 0',
  borderTop: `1px solid ${theme.palette.divider}`,
  '&:first-of-type': { borderTop: 0, paddingTop: 0 },
  '& .head': { display: 'flex', gap: '8px 12px', alignItems: 'flex-start', flexWrap: 'wrap' },
  '& .name': { flex: '1 1 180px', minWidth: 0, overflowWrap: 'anywhere' },
  '& .name small': { display: 'block', color: theme.palette.text.secondary },
  '& .foot': { display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center', justifyContent: 'space-between' },
  '& label': { display: 'inline-flex', alignItems: 'center', gap: 4, minHeight: 44, cursor: 'pointer' },
}));

function DocumentEntry({ document, onSendAgain }: { document: MyDocument; onSendAgain: () => void }) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const remove = useSubmit(RemoveUploadDocument, { refetchQueries: ['MyDocuments'], awaitRefetchQueries: true });
  const release = useSubmit(ReleaseToHostDocument);
  const { id, status, reason, expiresOn, expiryWarning } = document;
  const when = t('entry.sent', { date: format.date(document.uploadedAt, 'medium'), who: document.uploadedBy ?? '' });
  return (
    <Entry>
      <div className="head">
        <div className="name">
          <FileButton file={document}>
            <small className="num">
              {when} · {format.bytes(document.size)}
              {expiresOn && ` · ${t('entry.validUntil', { date: format.date(expiresOn, 'medium') })}`}
            </small>
          </FileButton>
        </div>
        <DocumentChip status={status} expiryWarning={expiryWarning} />
      </div>
      {status === 'returned' && (
        <Notice
          tone="blocked"
          title={t('entry.returned')}
          action={
            <Button variant="outlined" onClick={onSendAgain}>
              {t('entry.sendAgain')}
            </Button>
          }
        >
          {reason}
        </Notice>
      )}
      {status !== 'returned' && expiryWarning && (
        <Notice
          tone="atRisk"
          title={t(`expiry.${expiryWarning}`)}
          action={
            expiryWarning === 'soon' ? undefined : (
              <Button variant="outlined" onClick={onSendAgain}>
                {t('entry.sendNewer')}
              </Button>
            )
          }
        >
          {t(`expiryHint.${expiryWarning}`)}
        </Notice>
      )}
      {status !== 'returned' && (
        <div className="foot">
          <label>
            <Switch
              checked={document.forHost}
              disabled={release.saving}
              onChange={({ target }) => void release.submit({ id, forHost: target.checked })}
            />
            {t('entry.forHost')}
          </label>
          {status === 'uploaded' && (
            <Button startIcon={<DeleteOutlineOutlined />} onClick={() => setAsking(true)}>
              {t('entry.takeBack')}
            </Button>
          )}
        </div>
      )}
      <ConfirmDialog
        open={asking}
        title={t('entry.takeBackTitle', { name: document.fileName })}
        confirmLabel={t('entry.takeBack')}
        danger
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          if (await remove.submit({ id })) toast(t('entry.takenBack'));
          setAsking(false);
        }}
      >
        {t('entry.takeBackText')}
      </ConfirmDialog>
    </Entry>
  );
}

export interface DocumentCardProps {
  mobilityId: string;
  kind: string;
  documents: readonly MyDocument[];
  task?: DocumentTask | undefined;
  /** Whether the form stands open from the beginning. */
  open: boolean;
  onOpen: (open: boolean) => void;
  onDone: () => void;
}

/** One kind of document: whether it is needed, what was sent, what became of it, and the way to send one. */
export function DocumentCard({ mobilityId, kind, documents, task, open, onOpen, onDone }: DocumentCardProps) {
  const { t } = useTranslation(['documents', 'kit']);
  const format = useFormat();
  const [follows, setFollows] = useState<string>();
  const missing = documents.length === 0;
  const start = (replaces?: string) => {
    setFollows(replaces);
    onOpen(true);
  };
  return (
    <Section
      id={kind}
      title={t(`kind.${kind}`)}
      description={
        missing && task ? t('card.needed', { date: format.date(task.dueOn, 'medium') }) : t(`kindHint.${kind}`)
      }
      actions={
        missing && task ? (
          <StateChip
            state={task.state === 'late' ? 'blocked' : 'atRisk'}
            label={t(task.state === 'late' ? 'card.late' : 'card.missing')}
          />
        ) : undefined
      }
    >
      {!missing && (
        <ul style={{ listStyle: 'none', padding: 0, margin: 0 }} role="list">
          {documents.map((document) => (
            <DocumentEntry
              key={document.id}
              document={document}
              onSendAgain={() => start(document.status === 'returned' ? undefined : document.id)}
            />
          ))}
        </ul>
      )}
      {open ? (
        <UploadForm
          mobilityId={mobilityId}
          kind={kind}
          replaces={follows}
          onDone={onDone}
          onCancel={missing && task ? undefined : () => onOpen(false)}
        />
      ) : documents.some(({ status }) => status === 'returned') ? null : (
        <Button startIcon={<InsertDriveFileOutlined />} variant={missing ? 'outlined' : 'text'} onClick={() => start()}>
          {t(missing ? 'card.send' : 'card.sendMore')}
        </Button>
      )}
    </Section>
  );
}
