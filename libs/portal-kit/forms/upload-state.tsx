import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { styled } from '@mui/material/styles';
import { useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type Sending } from '../data/use-upload';

const Root = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 8,
  '& .line': {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 12px',
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  '& p': { flex: '1 1 240px', margin: 0, fontSize: '0.875rem', color: theme.palette.text.secondary },
  '& p[data-waiting]': { color: theme.palette.state.atRisk.fg },
  '& .MuiButton-root': { flex: 'none' },
}));

/** How far a file is, what a break of the connection means for it, and how to stop it. */
export function UploadState({ sending }: { sending: Sending | null }) {
  const { t } = useTranslation('kit');
  const format = useFormat();
  if (!sending) return null;
  const { share, phase, cancel } = sending;
  const percent = format.percent(share);
  return (
    <Root>
      <LinearProgress
        variant={phase === 'checking' ? 'indeterminate' : 'determinate'}
        value={100 * share}
        aria-label={t('upload.label')}
        aria-valuetext={percent}
      />
      <div className="line">
        <p data-waiting={phase === 'waiting' || undefined}>
          {phase !== 'checking' && <span className="num">{percent} · </span>}
          <span role="status">{t(`upload.${phase}`)}</span>
        </p>
        {phase !== 'checking' && <Button onClick={cancel}>{t('upload.cancel')}</Button>}
      </div>
    </Root>
  );
}
