import OpenInNewOutlined from '@mui/icons-material/OpenInNewOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { EmptyState, SkeletonList } from '@softmob/ui';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentUrl, thumbnailUrl } from './file-link';
import { type ShownFile } from './thumbnail';

const Frame = styled('div')(({ theme }) => ({
  position: 'relative',
  flex: '1 1 auto',
  minHeight: 160,
  display: 'grid',
  placeItems: 'center',
  overflow: 'auto',
  backgroundColor: theme.palette.surface.sunken,
  '& img': { maxWidth: '100%', maxHeight: '100%', objectFit: 'contain', display: 'block' },
  '& img[data-large]': { maxWidth: 'none', maxHeight: 'none', cursor: 'zoom-out' },
  '& .zoom': { all: 'unset', cursor: 'zoom-in', maxWidth: '100%', maxHeight: '100%', display: 'grid' },
  '& .zoom:focus-visible': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: -3 },
  '& img.small': { margin: '8px auto', border: `1px solid ${theme.palette.divider}` },
  '& iframe': { width: '100%', height: '100%', border: 0, position: 'absolute', inset: 0 },
}));

/** The bytes of a PDF under an address of this page: the server itself gives it out only to be saved. */
function usePdf(id: string, mime: string): { url: string | null; failed: boolean } {
  const [state, setState] = useState<{ id: string; url: string | null; failed: boolean }>();
  useEffect(() => {
    if (mime !== 'application/pdf' || !navigator.pdfViewerEnabled) return undefined;
    const stop = new AbortController();
    let made: string | null = null;
    void fetch(documentUrl(id), { signal: stop.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error('not delivered');
        made = URL.createObjectURL(await response.blob());
        setState({ id, url: made, failed: false });
      })
      .catch(() => {
        if (!stop.signal.aborted) setState({ id, url: null, failed: true });
      });
    return () => {
      stop.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [id, mime]);
  return state?.id === id ? state : { url: null, failed: false };
}

function Picture({ url, alt }: { url: string; alt: string }) {
  const { t } = useTranslation('documents');
  const [large, setLarge] = useState(false);
  const [failed, setFailed] = useState(false);
  if (failed) return <EmptyState compact title={t('preview.failed')} />;
  return (
    <button
      type="button"
      className="zoom"
      aria-label={t(large ? 'preview.smaller' : 'preview.larger')}
      onClick={() => setLarge(!large)}
    >
      <img src={url} alt={alt} data-large={large || undefined} onError={() => setFailed(true)} />
    </button>
  );
}

export interface PreviewProps {
  document: ShownFile;
}

/** The document itself, beside what there is to decide. */
export function Preview({ document }: PreviewProps) {
  const { t } = useTranslation(['documents', 'kit']);
  const { id, mime, fileName, thumbnail } = document;
  const pdf = usePdf(id, mime);
  const isPdf = mime === 'application/pdf';
  // Phones show no PDF inside a page.
  const byHand = isPdf && (pdf.failed || !navigator.pdfViewerEnabled);
  return (
    <Frame>
      {!isPdf && <Picture key={id} url={documentUrl(id)} alt={fileName} />}
      {isPdf && !byHand && !pdf.url && <SkeletonList rows={6} />}
      {byHand && (
        <EmptyState
          compact
          title={t(pdf.failed ? 'preview.failed' : 'preview.byHand')}
          action={
            <Button
              variant="outlined"
              startIcon={<OpenInNewOutlined />}
              href={documentUrl(id)}
              target="_blank"
              rel="noreferrer"
            >
              {t('kit:action.open')}
            </Button>
          }
        >
          {thumbnail === 'made' && <img className="small" src={thumbnailUrl(id)} alt="" />}
        </EmptyState>
      )}
      {pdf.url && <iframe src={pdf.url} title={fileName} />}
    </Frame>
  );
}
