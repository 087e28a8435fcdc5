import { type TypedDocumentNode } from '@graphql-typed-document-node/core';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useErrorText, useSubmit } from '@softmob/portal-kit';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardNode } from './board-documents';
import { nameOf } from './board-rows';

/** What every bulk action is told: for whom it is, how many of the selected it is not for. */
export interface BulkProps {
  rows: readonly BoardNode[];
  skipped: number;
  onClose: () => void;
  /** Called once everything went well: the selection has done its work. */
  onDone: () => void;
}

/** For how many it was done, and for whom not and why. */
export interface BulkResult {
  count: number;
  refused: readonly { mobilityId: string; reason: string; message: string }[];
}

interface BulkDialogProps<Data, Variables extends { ids: string | string[] }> extends BulkProps {
  /** Key of the action's texts below `bulk`. */
  words: string;
  document: TypedDocumentNode<Data, Variables>;
  resultOf: (data: Data) => BulkResult;
  /** Further variables, chosen in the dialog. */
  extra?: Omit<Variables, 'ids'>;
  /** The ids that are sent; those of the people unless told. */
  ids?: readonly string[];
  /** Choices, above the buttons. */
  children?: ReactNode;
  /** Whether the choices are made. */
  ready?: boolean;
}

/** Asks once, does it for everybody, and says for whom it could not be done and why. */
export function BulkDialog<Data, Variables extends { ids: string | string[] }>(
  props: BulkDialogProps<Data, Variables>,
) {
  const { rows, skipped, onClose, onDone, words, document, resultOf, extra, ids, children, ready = true } = props;
  const { t } = useTranslation('cockpit');
  const titleId = useId();
  const text = useErrorText('cockpit');
  const [result, setResult] = useState<BulkResult | null>(null);
  const { submit, saving, errors } = useSubmit(document, {
    refetchQueries: ['Board', 'BoardStatus', 'BoardSteps', 'DepartureRadar', 'MobilityPanel'],
  });
  const send = async () => {
    const variables = { ids: [...(ids ?? rows.map(({ id }) => id))], ...extra } as Variables;
    const data = await submit(variables);
    if (data) setResult(resultOf(data));
  };
  const finish = () => {
    onClose();
    if (result && result.refused.length === 0) onDone();
  };
  const count = rows.length;
  return (
    <Dialog
      open
      onClose={saving ? undefined : result ? finish : onClose}
      aria-labelledby={titleId}
      maxWidth="xs"
      fullWidth
    >
      <DialogTitle id={titleId}>{result ? t('bulk.result') : t(`bulk.${words}.title`, { count })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 3 }}>
        {result ? (
          <Outcome result={result} words={words} rows={rows} />
        ) : (
          <>
            <Typography variant="body2">{t(`bulk.${words}.text`)}</Typography>
            {children}
            {skipped > 0 && <Alert severity="info">{t('bulk.skipped', { count: skipped })}</Alert>}
            {errors && <Alert severity="error">{text.of(errors)}</Alert>}
          </>
        )}
      </DialogContent>
      <DialogActions>
        {result ? (
          <Button variant="contained" onClick={finish} autoFocus>
            {t('kit:action.done')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose} disabled={saving}>
              {t('kit:action.cancel')}
            </Button>
            <Button variant="contained" loading={saving} disabled={!ready || count === 0} onClick={() => void send()}>
              {t(`bulk.${words}.confirm`, { count })}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Outcome({ result, words, rows }: { result: BulkResult; words: string; rows: readonly BoardNode[] }) {
  const { t } = useTranslation('cockpit');
  const names = new Map(rows.map((row) => [row.id, nameOf(row)]));
  return (
    <>
      <Alert severity="success">{t(`bulk.${words}.done`, { count: result.count })}</Alert>
      {result.refused.length > 0 && (
        <Alert severity="warning">
          <strong>{t('bulk.refused', { count: result.refused.length })}</strong>
          <ul style={{ margin: '4px 0 0', paddingInlineStart: 18 }}>
            {result.refused.map(({ mobilityId, reason, message }) => (
              <li key={mobilityId}>
                {names.get(mobilityId)}: {t(`bulk.reason.${reason}`, { defaultValue: message })}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}
