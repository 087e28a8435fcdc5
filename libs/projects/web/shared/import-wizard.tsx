import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type FormErrors, useErrorText } from '@softmob/portal-kit';
import { FilterMenu, Notice, StatTile } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangesList } from './changes-list';
import { ColumnsSection } from './columns-section';
import { FlowsSection } from './flows-section';
import { FoundSection } from './found-section';
import { type ImportActions, type ImportChoices, type ImportView } from './import-types';
import { MendList } from './mend-list';
import { WarnList } from './warn-list';
import { PreviewTable } from './preview-table';

const Root = styled('div')({ display: 'grid', gap: 24, minWidth: 0, '& > *': { minWidth: 0 } });
const Tiles = styled('div')({ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))', gap: 12 });
const Bar = styled('div')(({ theme }) => ({
  position: 'sticky',
  bottom: 0,
  zIndex: 2,
  display: 'flex',
  gap: 16,
  alignItems: 'center',
  justifyContent: 'flex-end',
  flexWrap: 'wrap',
  padding: '12px 16px',
  border: `1px solid ${theme.palette.divider}`,
  borderRadius: 8,
  backgroundColor: theme.palette.background.paper,
  '& p': { margin: 0, marginRight: 'auto', color: theme.palette.text.secondary },
}));

export interface ImportWizardProps {
  file: ImportView;
  /** Null where the file knows no flows. */
  flows: Parameters<typeof FlowsSection>[0]['flows'] | null;
  choices: ImportChoices;
  onChoices: (choices: Partial<ImportChoices>) => void;
  status: readonly string[];
  onStatus: (status: readonly string[]) => void;
  onMore: (() => void) | null;
  actions: ImportActions;
  saving: boolean;
  errors: FormErrors | null;
}

const STATUSES = ['new', 'changed', 'unchanged', 'waiting'] as const;
const COUNTED = { new: 'added', changed: 'changed', unchanged: 'unchanged', waiting: 'waiting' } as const;

/** A file on its way in: what was found, what does not fit and how to mend it, and what will happen. */
export function ImportWizard(props: ImportWizardProps) {
  const { file, flows, choices, onChoices, status, onStatus, onMore, actions, saving, errors } = props;
  const { t } = useTranslation('projects');
  const text = useErrorText('projects');
  const [accepted, setAccepted] = useState<ReadonlySet<number>>(new Set());
  const updates = file.changed.filter(({ row }) => accepted.has(row)).length;
  const { added, waiting } = file.counts;
  return (
    <Root>
      <FoundSection file={file} />
      <ColumnsSection file={file} actions={actions} />
      {flows && (file.newFlows.length > 0 || !file.columns.some(({ field }) => field === 'flow')) && (
        <FlowsSection file={file} flows={flows} choices={choices} onChange={onChoices} />
      )}
      <Tiles>
        <StatTile label={t('import.tile.new')} value={added} state="done" />
        <StatTile label={t('import.tile.changed')} value={file.counts.changed} state="waiting" />
        <StatTile label={t('import.tile.unchanged')} value={file.counts.unchanged} />
        <StatTile label={t('import.tile.waiting')} value={waiting} state={waiting > 0 ? 'blocked' : undefined} />
      </Tiles>
      <MendList file={file} actions={actions} />
      <WarnList file={file} actions={actions} />
      <ChangesList file={file} accepted={accepted} onChange={setAccepted} />
      <PreviewTable
        file={file}
        filter={
          <FilterMenu
            label={t('import.state')}
            selected={[...status]}
            onChange={onStatus}
            options={STATUSES.map((value) => ({
              value,
              label: t(`import.status.${value}`),
              count: file.counts[COUNTED[value]],
            }))}
          />
        }
        footer={onMore && <Button onClick={onMore}>{t('kit:action.loadMore')}</Button>}
      />
      {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
      <Bar>
        <p>{waiting > 0 ? t('import.waitHint', { count: waiting }) : t('import.allGood')}</p>
        <Button
          variant="contained"
          loading={saving}
          disabled={added + updates === 0}
          onClick={() => void actions.apply([...accepted])}
        >
          {updates > 0 ? t('import.applyBoth', { added, updates }) : t('import.apply', { count: added })}
        </Button>
      </Bar>
    </Root>
  );
}
