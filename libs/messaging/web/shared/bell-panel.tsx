import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { QueryError } from '@softmob/portal-kit';
import { EmptyState, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { NotificationsDocument } from './messaging.operations';
import { ToldList } from './told-list';
import { useReading } from './use-reading';

const SHOWN = 12;

const Panel = styled('div')(({ theme }) => ({
  width: 420,
  maxWidth: '100%',
  fontSize: '0.875rem',
  '& header, & footer': {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: '10px 16px',
  },
  '& header': { borderBottom: `1px solid ${theme.palette.divider}` },
  '& footer': { borderTop: `1px solid ${theme.palette.divider}` },
  '& .body': { maxHeight: 'min(480px, 60vh)', overflow: 'auto' },
}));

/** The newest things, at a desk. */
export default function BellPanel({ anchor, onClose }: { anchor: HTMLElement; onClose: () => void }) {
  const { t } = useTranslation('messaging');
  const { data, error, refetch } = useQuery(NotificationsDocument, {
    variables: { first: SHOWN },
    fetchPolicy: 'cache-and-network',
  });
  const { read, readAll, markingAll } = useReading();
  const told = data?.notifications.edges.map(({ node }) => node);
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{ paper: { role: 'dialog', 'aria-label': t('title'), sx: { mt: 1 } } }}
    >
      <Panel>
        <header>
          <Typography variant="subtitle1" component="h2">
            {t('title')}
          </Typography>
          {told?.some(({ readAt }) => readAt === null) && (
            <Button size="small" onClick={readAll} loading={markingAll}>
              {t('list.markAll')}
            </Button>
          )}
        </header>
        <div className="body">
          {error && <QueryError error={error} onRetry={() => void refetch()} />}
          {!error && !told && <SkeletonList rows={3} />}
          {told?.length === 0 && (
            <EmptyState compact title={t('list.empty')}>
              {t('list.emptyDetail')}
            </EmptyState>
          )}
          {told && told.length > 0 && <ToldList told={told} label={t('title')} onRead={read} onGo={onClose} />}
        </div>
        <footer>
          <Button size="small" href="/notifications" onClick={onClose}>
            {t('list.all')}
          </Button>
          <Button size="small" href="/notifications/settings" onClick={onClose}>
            {t('settings.title')}
          </Button>
        </footer>
      </Panel>
    </Popover>
  );
}
