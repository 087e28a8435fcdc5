import CloseOutlined from '@mui/icons-material/CloseOutlined';
import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import Dialog from '@mui/material/Dialog';
import IconButton from '@mui/material/IconButton';
import { styled, useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentUrl } from './file-link';
import { Preview } from './preview';
import { type ShownFile, Thumbnail } from './thumbnail';

const Head = styled('header')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '1fr auto auto',
  gap: 4,
  alignItems: 'center',
  padding: '8px 8px 8px 20px',
  borderBottom: `1px solid ${theme.palette.divider}`,
  '& h2': { margin: 0, fontSize: '1rem', fontWeight: 600, minWidth: 0, overflowWrap: 'anywhere' },
}));

const Opener = styled('button')(({ theme }) => ({
  all: 'unset',
  display: 'inline-grid',
  gridTemplateColumns: 'auto 1fr',
  gap: 12,
  alignItems: 'center',
  minWidth: 0,
  maxWidth: '100%',
  minHeight: 44,
  cursor: 'pointer',
  '& > .words': { minWidth: 0, overflowWrap: 'anywhere' },
  '& .link': {
    color: theme.palette.primary.main,
    textDecoration: 'underline',
    textDecorationColor: 'color-mix(in srgb, currentcolor 40%, transparent)',
    textUnderlineOffset: 3,
  },
  '&:hover .link': { textDecorationColor: 'currentcolor' },
  '&:focus-visible': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: 2, borderRadius: 6 },
}));

/** A file in front of the page: Escape closes it, and the focus returns to what opened it. */
export function PreviewDialog({ file, onClose }: { file: ShownFile | null; onClose: () => void }) {
  const { t } = useTranslation(['documents', 'kit']);
  const narrow = useMediaQuery(useTheme().breakpoints.down('md'));
  return (
    <Dialog
      open={file !== null}
      onClose={onClose}
      fullScreen={narrow}
      fullWidth
      maxWidth="lg"
      aria-labelledby="preview-title"
      slotProps={{ paper: { sx: narrow ? {} : { height: '90dvh' } } }}
    >
      {file && (
        <>
          <Head>
            <h2 id="preview-title">{file.fileName}</h2>
            <IconButton aria-label={t('kit:action.download')} href={documentUrl(file.id)} download>
              <DownloadOutlined />
            </IconButton>
            <IconButton aria-label={t('kit:action.close')} onClick={onClose} autoFocus>
              <CloseOutlined />
            </IconButton>
          </Head>
          <Preview document={file} />
        </>
      )}
    </Dialog>
  );
}

/** A file in a list, with its small picture: pressed, it is shown in front of the page. */
export function FileButton({ file, children }: { file: ShownFile; children?: ReactNode }) {
  const { t } = useTranslation('documents');
  const [shown, setShown] = useState(false);
  return (
    <>
      <Opener type="button" aria-haspopup="dialog" onClick={() => setShown(true)}>
        <Thumbnail file={file} />
        <span className="words">
          <span className="visually-hidden">{t('preview.show')} </span>
          <span className="link">{file.fileName}</span>
          {children}
        </span>
      </Opener>
      <PreviewDialog file={shown ? file : null} onClose={() => setShown(false)} />
    </>
  );
}
