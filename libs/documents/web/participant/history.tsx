import { styled } from '@mui/material/styles';
import { useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { FileButton } from '../shared/preview-dialog';
import { type MyDocument } from './documents.operations';

const Root = styled('details')(({ theme }) => ({
  '& summary': { minHeight: 44, display: 'flex', alignItems: 'center', cursor: 'pointer', fontWeight: 550 },
  '& ul': { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 8 },
  '& small': { display: 'block', color: theme.palette.text.secondary },
}));

/** Files that were taken back or followed by newer ones. */
export function History({ documents }: { documents: readonly MyDocument[] }) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  if (documents.length === 0) return null;
  return (
    <Root>
      <summary>{t('history', { count: documents.length })}</summary>
      <ul>
        {documents.map((document) => (
          <li key={document.id}>
            <FileButton file={document}>
              <small>
                {t(`kind.${document.kind}`)} · {format.date(document.uploadedAt, 'medium')}
                {document.reason && ` · ${document.reason}`}
              </small>
            </FileButton>
          </li>
        ))}
      </ul>
    </Root>
  );
}
