import { useQuery } from '@apollo/client/react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Notice } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { QueueHealthDocument } from './queue-documents.operator';

/** Says on the operator's first screen that something waits for them; says nothing while all is well. */
export function QueueHint() {
  const { t } = useTranslation('identity');
  const { data } = useQuery(QueueHealthDocument, { pollInterval: 60_000 });
  if (!data) return null;
  const { dead, refused, unclear } = data.queueHealth;
  if (dead + refused + unclear === 0) return null;
  return (
    <Box sx={{ mb: 4 }}>
      <Notice
        tone="blocked"
        title={t('queue.hint.title')}
        action={<Button href={dead > 0 ? '/queue' : '/queue?view=mails'}>{t('queue.hint.action')}</Button>}
      >
        {[
          dead > 0 && t('queue.hint.dead', { count: dead }),
          refused > 0 && t('queue.hint.refused', { count: refused }),
          unclear > 0 && t('queue.hint.unclear', { count: unclear }),
        ]
          .filter(Boolean)
          .join(' ')}
      </Notice>
    </Box>
  );
}
