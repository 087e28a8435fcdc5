import CalendarMonthOutlined from '@mui/icons-material/CalendarMonthOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type FormErrors, useErrorText, useFormat, useToast } from '@softmob/portal-kit';
import { TextInput } from '@softmob/ui';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The reader's feed, and how a portal makes and ends it. */
export interface FeedAccess {
  feed: { createdAt: string; readAt?: string | null } | null;
  saving: boolean;
  errors: FormErrors | null | undefined;
  /** Makes a feed and says its address, or null where that failed. */
  make: () => Promise<string | null>;
  revoke: () => Promise<boolean>;
}

/** Opens what there is to say and do about the subscribable calendar. */
export function CalendarFeedButton({ access }: { access: FeedAccess }) {
  const { t } = useTranslation('tasks');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button startIcon={<CalendarMonthOutlined />} onClick={() => setOpen(true)}>
        {t('feed.open')}
      </Button>
      {open && <FeedDialog access={access} onClose={() => setOpen(false)} />}
    </>
  );
}

function FeedDialog({ access, onClose }: { access: FeedAccess; onClose: () => void }) {
  const { feed, saving, errors, make, revoke } = access;
  const { t } = useTranslation('tasks');
  const text = useErrorText('tasks');
  const toast = useToast();
  const titleId = useId();
  const [url, setUrl] = useState<string | null>(null);
  const end = async () => {
    if (!(await revoke())) return;
    setUrl(null);
    toast(t('feed.ended'));
  };
  const copy = async () => {
    if (!url) return;
    await navigator.clipboard.writeText(url);
    toast(t('feed.copied'));
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{t('feed.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 4 }}>
        <Typography variant="body2">{t('feed.text')}</Typography>
        {url !== null ? (
          <>
            <TextInput name="address" label={t('feed.address')} value={url} onChange={() => undefined} />
            <Alert severity="info">{t('feed.once')}</Alert>
          </>
        ) : (
          feed && <FeedState feed={feed} />
        )}
        {errors && <Alert severity="error">{text.of(errors)}</Alert>}
      </DialogContent>
      <DialogActions>
        {feed && (
          <Button color="error" disabled={saving} onClick={() => void end()}>
            {t('feed.end')}
          </Button>
        )}
        <Button onClick={onClose}>{t('kit:action.close')}</Button>
        {url !== null ? (
          <Button variant="contained" onClick={() => void copy()}>
            {t('feed.copy')}
          </Button>
        ) : (
          <Button variant="contained" loading={saving} onClick={() => void make().then(setUrl)}>
            {feed ? t('feed.another') : t('feed.make')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function FeedState({ feed }: { feed: NonNullable<FeedAccess['feed']> }) {
  const { t } = useTranslation('tasks');
  const format = useFormat();
  const made = t('feed.made', { date: format.date(feed.createdAt, 'medium') });
  const read = feed.readAt ? t('feed.read', { date: format.date(feed.readAt, 'dateTime') }) : t('feed.unread');
  return (
    <Alert severity="info">
      {made} {read} {t('feed.anotherHint')}
    </Alert>
  );
}
