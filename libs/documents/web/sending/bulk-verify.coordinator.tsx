import { useLazyQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { type ReviewIdsQueryVariables } from '@softmob/gql/sending-coordinator/graphql';
import { QueryError, useSubmit, useToast } from '@softmob/portal-kit';
import { ConfirmDialog, SelectionBar } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReviewIdsDocument, VerifyDocumentsDocument } from './review.operations.coordinator';

/** As many as the API verifies in one act. */
export const MOST_AT_ONCE = 500;

/** What is selected to be verified at once. */
export interface Selection {
  selected: ReadonlySet<string>;
  clear: () => void;
  /** Selects one, or takes it out. */
  toggle: (id: string) => void;
  /** Selects everything that fits, also what is not loaded yet, or nothing. */
  selectAll: (all: boolean) => Promise<void>;
  error: unknown;
}

/** Documents selected among those that a filter finds. */
export function useSelection(filter: ReviewIdsQueryVariables['filter']): Selection {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [ask, { error }] = useLazyQuery(ReviewIdsDocument, { fetchPolicy: 'network-only' });
  const clear = () => setSelected(new Set());
  return {
    selected,
    clear,
    toggle: (id) => {
      const next = new Set(selected);
      if (!next.delete(id)) next.add(id);
      setSelected(next);
    },
    selectAll: async (all) => {
      if (!all) return clear();
      const found = (await ask({ variables: { filter } }).catch(() => null))?.data;
      if (found) setSelected(new Set(found.documents.edges.map(({ node }) => node.id)));
    },
    error: error ?? null,
  };
}

/** The bar over the list: how many are selected, and verifying them in one act. */
export function BulkVerify({
  selected,
  clear,
  onDone,
}: Pick<Selection, 'selected' | 'clear'> & { onDone: () => void }) {
  const { t } = useTranslation('documents');
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const { submit, error } = useSubmit(VerifyDocumentsDocument);
  const verify = async () => {
    const ids = [...selected];
    const verified = await submit({ ids, expiresOn: null });
    setAsking(false);
    if (!verified) return;
    clear();
    toast(t('review.verifiedMany', { count: ids.length }));
    onDone();
  };
  return (
    <>
      {error !== null && <QueryError error={error} ns="documents" />}
      {selected.size > 0 && (
        <SelectionBar count={selected.size} onClear={clear}>
          <Button variant="contained" onClick={() => setAsking(true)}>
            {t('review.verifyMany', { count: selected.size })}
          </Button>
        </SelectionBar>
      )}
      <ConfirmDialog
        open={asking}
        title={t('review.askMany', { count: selected.size })}
        confirmLabel={t('review.verifyMany', { count: selected.size })}
        onConfirm={verify}
        onClose={() => setAsking(false)}
      >
        {t('review.askManyText')}
      </ConfirmDialog>
    </>
  );
}
