import PhotoCameraOutlined from '@mui/icons-material/PhotoCameraOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { newKey, toFormErrors, UploadState, useErrorText, useUpload } from '@softmob/portal-kit';
import { CheckField, DateField, FileDrop, FormActions, Notice, useFormat } from '@softmob/ui';
import { type ChangeEvent, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shrinkPhoto } from './shrink-photo';

const ACCEPT = 'image/jpeg,image/png,application/pdf,.pdf,.jpg,.jpeg,.png';
const MAX_BYTES = 25_000_000;
/** Kinds that carry a last day of validity. */
const WITH_EXPIRY = new Set(['identity', 'ehic', 'insurance', 'travel']);

const Root = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 16,
  paddingTop: 12,
  '& .camera': { display: 'none' },
  '@media (pointer: coarse)': { '& .camera': { display: 'inline-flex' } },
  '& .chosen': { display: 'grid', gridTemplateColumns: 'auto 1fr auto', gap: 12, alignItems: 'center' },
  '& .chosen img': {
    width: 72,
    height: 72,
    objectFit: 'cover',
    borderRadius: 8,
    border: `1px solid ${theme.palette.divider}`,
  },
  '& .chosen small': { display: 'block', color: theme.palette.text.secondary },
  '& .chosen > div': { minWidth: 0, overflowWrap: 'anywhere' },
}));

export interface UploadFormProps {
  mobilityId: string;
  kind: string;
  /** The document that the new file follows. */
  replaces?: string | undefined;
  onDone: () => void;
  onCancel?: (() => void) | undefined;
}

function usePicture(file: File | null): string | null {
  const url = useMemo(() => (file?.type.startsWith('image/') ? URL.createObjectURL(file) : null), [file]);
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);
  return url;
}

/** Takes a file (a phone’s camera is one tap away), then asks for what belongs to it, then sends. */
export function UploadForm({ mobilityId, kind, replaces, onDone, onCancel }: UploadFormProps) {
  const { t } = useTranslation(['documents', 'kit']);
  const format = useFormat();
  const text = useErrorText('documents');
  const [file, setFile] = useState<File | null>(null);
  const [expiresOn, setExpiresOn] = useState('');
  const [forHost, setForHost] = useState(false);
  const { sending, send: upload } = useUpload();
  const [error, setError] = useState<unknown>(null);
  const [key, setKey] = useState(newKey);
  const picture = usePicture(file);

  const take = async (files: readonly File[]) => {
    const [first] = files;
    if (!first) return;
    setError(null);
    setKey(newKey());
    setFile(await shrinkPhoto(first));
  };
  const send = async () => {
    if (!file) return;
    setError(null);
    try {
      const sent = await upload('/api/documents', file, {
        idempotencyKey: key,
        params: {
          mobilityId,
          kind,
          forHost: String(forHost),
          ...(expiresOn ? { expiresOn } : {}),
          ...(replaces ? { replaces } : {}),
        },
      });
      if (sent) onDone();
    } catch (failure) {
      setError(failure);
      // After a lost connection the same key: had the file arrived, it is not stored twice.
      if (toFormErrors(failure)?.code !== 'NETWORK') setKey(newKey());
    }
  };
  const errors = toFormErrors(error);
  const dayFault = errors?.fields.find(({ path }) => path === 'expiresOn');
  const otherFault = errors && !dayFault ? errors : null;
  const fileFault = otherFault?.fields.find(({ path }) => path === 'file');

  if (!file) {
    return (
      <Root>
        <Button
          className="camera"
          component="label"
          variant="contained"
          size="large"
          startIcon={<PhotoCameraOutlined />}
        >
          {t('upload.camera')}
          <input
            className="visually-hidden"
            type="file"
            accept="image/jpeg,image/png"
            capture="environment"
            onChange={(event: ChangeEvent<HTMLInputElement>) => void take([...(event.target.files ?? [])])}
          />
        </Button>
        <FileDrop
          label={t('upload.file', { kind: t(`kind.${kind}`) })}
          accept={ACCEPT}
          maxBytes={MAX_BYTES}
          onFiles={(files) => void take(files)}
        />
        {onCancel && (
          <div>
            <Button onClick={onCancel}>{t('kit:action.cancel')}</Button>
          </div>
        )}
      </Root>
    );
  }
  return (
    <Root>
      <div className="chosen">
        {picture ? <img src={picture} alt="" /> : <span />}
        <div>
          <strong>{file.name}</strong>
          <small className="num">{format.bytes(file.size)}</small>
        </div>
        <Button onClick={() => setFile(null)} disabled={sending !== null}>
          {t('upload.other')}
        </Button>
      </div>
      {WITH_EXPIRY.has(kind) && (
        <DateField
          id={`expires-${kind}`}
          label={t('upload.expiresOn')}
          optional
          value={expiresOn}
          onChange={({ target }) => setExpiresOn(target.value)}
          error={dayFault !== undefined}
          helperText={dayFault ? t('errors.EXPIRED') : t('upload.expiresHint')}
        />
      )}
      <CheckField
        label={t('upload.forHost')}
        hint={t('upload.forHostHint')}
        checked={forHost}
        onChange={({ target }) => setForHost(target.checked)}
      />
      {otherFault && (
        <Notice tone="blocked" title={t('upload.failed')}>
          {fileFault ? text.ofFault(fileFault) : text.of(otherFault)}
        </Notice>
      )}
      <UploadState sending={sending} />
      <FormActions>
        <Button variant="contained" loading={sending !== null} onClick={() => void send()}>
          {t('upload.send')}
        </Button>
        {onCancel && (
          <Button onClick={onCancel} disabled={sending !== null}>
            {t('kit:action.cancel')}
          </Button>
        )}
      </FormActions>
    </Root>
  );
}
