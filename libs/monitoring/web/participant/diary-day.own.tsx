import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { styled } from '@mui/material/styles';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { graphql } from '@softmob/gql/participant-own';
import { type DiaryWeekQuery } from '@softmob/gql/participant-own/graphql';
import { USUAL_HOURS, weekdayOf } from '@softmob/monitoring-model';
import { useAutosave, useErrorText, useSubmit, useToast } from '@softmob/portal-kit';
import { AutosaveBadge, ConfirmDialog, Notice, Section, TextInput, useFormat } from '@softmob/ui';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HoursChoice } from '../shared/hours-choice';

const SaveDayDocument = graphql(`
  mutation SaveDay($input: DiaryEntryInput!) {
    saveDiaryEntry(input: $input) {
      id
      day
      hours
      activities
      learned
      shared
      sharedWithGuardian
      version
    }
  }
`);
const DeleteDayDocument = graphql(`
  mutation DeleteDay($id: ID!) {
    deleteDiaryEntry(id: $id) {
      ok
    }
  }
`);

const SHARED = 'softmob.diary.shared';

const Sharing = styled('div')(({ theme }) => ({
  display: 'grid',
  borderTop: `1px solid ${theme.palette.divider}`,
  paddingTop: 8,
  '& label': {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    alignItems: 'center',
    minHeight: 48,
    cursor: 'pointer',
  },
  '& small': { display: 'block', color: theme.palette.text.secondary },
}));

type Entry = DiaryWeekQuery['mobility']['diary'][number];
type Draft = Pick<Entry, 'hours' | 'activities' | 'learned' | 'shared' | 'sharedWithGuardian'>;

/** What a new day begins with: a usual day, shared as the last one was. */
function firstDraft(day: string, entry: Entry | undefined): Draft {
  if (entry) {
    const { hours, activities, learned, shared, sharedWithGuardian } = entry;
    return { hours, activities, learned, shared, sharedWithGuardian };
  }
  const [shared, sharedWithGuardian] = (localStorage.getItem(SHARED) ?? '').split(',').map((one) => one === '1');
  return {
    hours: weekdayOf(day) < 5 ? USUAL_HOURS : 0,
    activities: '',
    learned: '',
    shared: shared ?? false,
    sharedWithGuardian: sharedWithGuardian ?? false,
  };
}

export interface DiaryDayEditorProps {
  mobilityId: string;
  day: string;
  minor: boolean;
  entry: Entry | undefined;
  onChanged: () => void;
}

/** Saves a day while it is written; each save says which version it stands on. */
function useSavedDay({ mobilityId, day, entry, onChanged }: DiaryDayEditorProps, draft: Draft) {
  const known = useRef(entry ? { id: entry.id, version: entry.version } : null);
  const { submit, errors } = useSubmit(SaveDayDocument);
  const save = async (value: Draft) => {
    const first = known.current === null;
    const result = await submit({
      input: { mobilityId, day, ...value, expectedVersion: known.current?.version ?? null },
    });
    if (!result) return null;
    known.current = { id: result.saveDiaryEntry.id, version: result.saveDiaryEntry.version };
    if (first) onChanged();
    return result;
  };
  const autosave = useAutosave({ value: draft, save, delay: 1_000 });
  return { autosave, errors, known };
}

/** One day: hours, what was done, what was learnt, and who may read it. Everything saves itself. */
export function DiaryDayEditor(props: DiaryDayEditorProps) {
  const { day, minor, entry, onChanged } = props;
  const { t } = useTranslation(['monitoring', 'kit']);
  const format = useFormat();
  const toast = useToast();
  const text = useErrorText('monitoring');
  const [draft, setDraft] = useState(() => firstDraft(day, entry));
  const [asking, setAsking] = useState(false);
  const { autosave, errors, known } = useSavedDay(props, draft);
  const remove = useSubmit(DeleteDayDocument);
  const patch = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const share = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    localStorage.setItem(SHARED, [next.shared, next.sharedWithGuardian].map((one) => (one ? '1' : '0')).join(','));
    patch(part);
  };
  const removeDay = async () => {
    if (known.current && (await remove.submit({ id: known.current.id }))) {
      toast(t('diary.deleted'));
      onChanged();
    }
    setAsking(false);
  };
  return (
    <Section title={format.date(day, 'weekday')} actions={<AutosaveBadge {...autosave} />}>
      <Stack spacing={4}>
        {errors && (
          <Notice
            tone="blocked"
            action={
              errors.code === 'CONFLICT' ? (
                <Button variant="outlined" onClick={() => window.location.reload()}>
                  {t('diary.reload')}
                </Button>
              ) : undefined
            }
          >
            {text.of(errors)}
          </Notice>
        )}
        <HoursChoice id="hours" label={t('diary.hours')} value={draft.hours} onChange={(hours) => patch({ hours })} />
        <TextInput
          id="activities"
          label={t('diary.activities')}
          value={draft.activities}
          onChange={({ target }) => patch({ activities: target.value })}
          multiline
          minRows={3}
          maxLength={4_000}
          placeholder={t('diary.activitiesHint')}
        />
        <TextInput
          id="learned"
          label={t('diary.learned')}
          value={draft.learned}
          onChange={({ target }) => patch({ learned: target.value })}
          multiline
          minRows={2}
          maxLength={4_000}
          placeholder={t('diary.learnedHint')}
        />
        <Sharing role="group" aria-label={t('diary.sharing')}>
          <label>
            <span>
              {t('diary.share')} <small>{t('diary.shareHint')}</small>
            </span>
            <Switch checked={draft.shared} onChange={({ target }) => share({ shared: target.checked })} />
          </label>
          {minor && (
            <label>
              <span>
                {t('diary.shareGuardian')} <small>{t('diary.shareGuardianHint')}</small>
              </span>
              <Switch
                checked={draft.sharedWithGuardian}
                onChange={({ target }) => share({ sharedWithGuardian: target.checked })}
              />
            </label>
          )}
        </Sharing>
        {entry && (
          <div>
            <Button color="error" onClick={() => setAsking(true)}>
              {t('diary.delete')}
            </Button>
          </div>
        )}
      </Stack>
      <ConfirmDialog
        open={asking}
        title={t('diary.deleteTitle', { day: format.date(day, 'weekday') })}
        confirmLabel={t('diary.delete')}
        danger
        onConfirm={removeDay}
        onClose={() => setAsking(false)}
      >
        <Typography>{t('diary.deleteText')}</Typography>
      </ConfirmDialog>
    </Section>
  );
}
