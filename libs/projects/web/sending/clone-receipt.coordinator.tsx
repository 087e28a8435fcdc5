import Button from '@mui/material/Button';
import { useErrorText, useFormat, useSubmit, useToast } from '@softmob/portal-kit';
import { Notice, Receipt } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type Cloned, UndoCloneDocument } from './clone-documents.coordinator';

/** What was made, who was asked, what comes next, and the way back while nothing hangs on it. */
export function CloneReceipt({ cloned, onUndone }: { cloned: Cloned; onUndone: () => void }) {
  const { t } = useTranslation('projects');
  const format = useFormat();
  const toast = useToast();
  const text = useErrorText('projects');
  const { submit, saving, errors } = useSubmit(UndoCloneDocument);
  const hosts = [...new Set(cloned.asks.map(({ hostName }) => hostName))];
  const undo = async () => {
    if (!(await submit({ flowIds: cloned.flows.map(({ id }) => id) }))) return;
    toast(t('clone.undone'));
    onUndone();
  };
  return (
    <div style={{ display: 'grid', gap: 20 }}>
      {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
      <Receipt
        title={t('clone.done', { count: cloned.flows.length })}
        facts={cloned.flows.map(({ code, town, startsOn, endsOn }) => ({
          label: `${code} · ${town}`,
          value: format.dateRange(startsOn, endsOn),
        }))}
        next={[
          ...hosts.map((host) => ({ who: host, what: t('clone.nextHost') })),
          { mine: true, what: t('clone.nextPeople') },
        ]}
        actions={
          <>
            {cloned.flows[0] && (
              <Button variant="contained" href={`/flows/${cloned.flows[0].id}`}>
                {t('clone.open', { code: cloned.flows[0].code })}
              </Button>
            )}
            <Button loading={saving} onClick={() => void undo()}>
              {t('clone.undo')}
            </Button>
          </>
        }
      >
        {t('clone.nobody')}
      </Receipt>
    </div>
  );
}
