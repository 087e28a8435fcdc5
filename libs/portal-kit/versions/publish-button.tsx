import Button from '@mui/material/Button';
import { type TypedDocumentNode } from '@graphql-typed-document-node/core';
import { ConfirmDialog, Notice, TextInput } from '@softmob/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSubmit } from '../data/use-submit';
import { useErrorText } from '../forms/error-text';
import { useToast } from '../hooks/toast';

interface PublishButtonProps {
  item: { id: string; version: number; versions: readonly { number: number }[] };
  mutation: TypedDocumentNode<unknown, { id: string; version: number; note: string | null }>;
  /** The feature whose texts name what the server refuses. */
  ns: string;
  disabled: boolean;
  onPublished: () => Promise<void>;
  /** What publishing means, and what the new version changes. */
  children: ReactNode;
}

/** Makes the draft the next version, with a word on what is new; asked before, since a version never changes. */
export function PublishButton({ item, mutation, ns, disabled, onPublished, children }: PublishButtonProps) {
  const { t } = useTranslation('kit');
  const toast = useToast();
  const text = useErrorText(ns);
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const { submit, errors } = useSubmit(mutation);
  const { id, version, versions } = item;
  const number = (versions[0]?.number ?? 0) + 1;
  const publish = async () => {
    if (!(await submit({ id, version, note: note.trim() || null }))) return;
    setOpen(false);
    toast(t('draft.published', { number }));
    await onPublished();
  };
  return (
    <>
      <Button disabled={disabled} onClick={() => setOpen(true)}>
        {t('draft.publish', { number })}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('draft.publishTitle', { number })}
        confirmLabel={t('draft.publishNow', { number })}
        onConfirm={publish}
        onClose={() => setOpen(false)}
      >
        {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
        {children}
        <TextInput
          label={t('draft.note')}
          optional
          multiline
          minRows={2}
          maxLength={500}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </ConfirmDialog>
    </>
  );
}
