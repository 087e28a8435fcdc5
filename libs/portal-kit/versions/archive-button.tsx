import Button from '@mui/material/Button';
import { type TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useTranslation } from 'react-i18next';
import { useSubmit } from '../data/use-submit';
import { useToast } from '../hooks/toast';

interface ArchiveButtonProps {
  item: { id: string; version: number; archivedAt?: unknown };
  mutation: TypedDocumentNode<unknown, { id: string; version: number; archived: boolean }>;
  /** What is said afterwards. */
  said: { archived: string; restored: string };
  disabled: boolean;
  onArchived: () => Promise<void>;
}

/** Puts something away that is not used any more, or takes it out again. */
export function ArchiveButton({ item, mutation, said, disabled, onArchived }: ArchiveButtonProps) {
  const { t } = useTranslation('kit');
  const toast = useToast();
  const { submit, saving } = useSubmit(mutation);
  const { id, version, archivedAt } = item;
  const archive = async () => {
    if (!(await submit({ id, version, archived: !archivedAt }))) return;
    toast(archivedAt ? said.restored : said.archived);
    await onArchived();
  };
  return (
    <Button loading={saving} disabled={disabled} onClick={() => void archive()}>
      {t(archivedAt ? 'draft.restore' : 'draft.archive')}
    </Button>
  );
}
