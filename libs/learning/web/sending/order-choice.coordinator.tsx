import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { styled } from '@mui/material/styles';
import { USUAL_ORDER } from '@softmob/learning-model';
import { ChoiceField } from '@softmob/ui';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

const Parties = styled('ol')(({ theme }) => ({
  listStyle: 'none',
  padding: 0,
  margin: 0,
  '& li': {
    display: 'grid',
    gridTemplateColumns: '24px 1fr auto auto',
    alignItems: 'center',
    gap: 4,
    padding: '4px 0',
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
}));

/** The order with one party moved by a step, towards the front or the end. */
function moved(order: readonly string[], party: string, by: number): string[] {
  const at = order.indexOf(party);
  const rest = order.filter((other) => other !== party);
  return [...rest.slice(0, at + by), party, ...rest.slice(at + by)];
}

interface OpenDialogProps {
  /** How many agreements are opened; none closes the dialog. */
  count: number;
  saving: boolean;
  /** Null where any order will do. */
  onOpen: (order: string[] | null) => Promise<void>;
  onClose: () => void;
}

/** Opening for signature, with the order in which the parties sign, if there is to be one. */
export function OpenDialog({ count, saving, onOpen, onClose }: OpenDialogProps) {
  const { t } = useTranslation(['learning', 'kit']);
  const titleId = useId();
  const [way, setWay] = useState('any');
  const [order, setOrder] = useState<readonly string[]>(USUAL_ORDER);
  return (
    <Dialog open={count > 0} onClose={() => !saving && onClose()} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('order.title', { count })}</DialogTitle>
      <DialogContent>
        <Stack spacing={4}>
          <Typography variant="body2">{t('order.hint')}</Typography>
          <ChoiceField
            label={t('order.label')}
            name="order"
            value={way}
            onChange={(event) => setWay(event.target.value)}
            options={[
              { value: 'any', label: t('order.any'), hint: t('order.anyHint') },
              { value: 'set', label: t('order.set'), hint: t('order.setHint') },
            ]}
          />
          {way === 'set' && (
            <Parties aria-label={t('order.set')}>
              {order.map((party, index) => (
                <li key={party}>
                  <span className="num">{index + 1}</span>
                  <span>{t(`party.${party}`)}</span>
                  <IconButton
                    size="small"
                    disabled={index === 0}
                    aria-label={t('order.earlier', { party: t(`party.${party}`) })}
                    onClick={() => setOrder(moved(order, party, -1))}
                  >
                    <ArrowUpwardOutlined fontSize="small" />
                  </IconButton>
                  <IconButton
                    size="small"
                    disabled={index === order.length - 1}
                    aria-label={t('order.later', { party: t(`party.${party}`) })}
                    onClick={() => setOrder(moved(order, party, 1))}
                  >
                    <ArrowDownwardOutlined fontSize="small" />
                  </IconButton>
                </li>
              ))}
            </Parties>
          )}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={onClose} disabled={saving}>
          {t('kit:action.cancel')}
        </Button>
        <Button variant="contained" loading={saving} onClick={() => void onOpen(way === 'set' ? [...order] : null)}>
          {t('open.start')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
