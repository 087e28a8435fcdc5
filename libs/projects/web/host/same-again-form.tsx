import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { Form, type FormErrors, useForm } from '@softmob/portal-kit';
import { DateField, FormActions, TextInput } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type HostAsk } from './same-again-documents';

const Pair = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 16,
  gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
  [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
}));

interface Said {
  answer: string;
  comment: string | null;
  places?: { occupation: string; places: number }[];
  startsOn?: string | null;
  endsOn?: string | null;
}

interface AnswerFormProps {
  ask: HostAsk;
  answer: 'changed' | 'no';
  saving: boolean;
  errors: FormErrors | null;
  onSubmit: (said: Said) => Promise<void>;
  onCancel: () => void;
}

/** Fewer places, other days, and a word about it; for a "no" the word alone. */
export function AnswerForm({ ask, answer, saving, errors, onSubmit, onCancel }: AnswerFormProps) {
  const { t } = useTranslation('projects');
  const changed = answer === 'changed';
  const form = useForm({
    initial: {
      comment: ask.comment ?? '',
      startsOn: ask.offeredStartsOn ?? ask.startsOn,
      endsOn: ask.offeredEndsOn ?? ask.endsOn,
      places: ask.places.map(({ wanted, offered }) => ({ places: String(offered ?? wanted) })),
    },
    validate: ({ places }) =>
      Object.fromEntries(
        places.flatMap((entry, at) =>
          /^\d{1,3}$/.test(entry.places.trim()) ? [] : [[`places.${String(at)}.places`, t('sameAgain.number')]],
        ),
      ),
  });
  return (
    <Form
      form={form}
      errors={errors}
      ns="projects"
      onSubmit={({ comment, startsOn, endsOn, places }) =>
        onSubmit({
          answer,
          comment: comment || null,
          ...(changed
            ? {
                startsOn: startsOn || null,
                endsOn: endsOn || null,
                places: ask.places.map(({ occupation }, at) => ({
                  occupation,
                  places: Number(places[at]?.places ?? 0),
                })),
              }
            : {}),
        })
      }
    >
      {changed && (
        <>
          {ask.places.map(({ occupation, wanted }, at) => (
            <TextInput
              key={occupation}
              {...form.field(`places.${String(at)}.places`, { hint: t('sameAgain.asked', { count: wanted }) })}
              label={t('sameAgain.placesOf', { occupation })}
              inputMode="numeric"
            />
          ))}
          <Pair>
            <DateField {...form.field('startsOn')} label={t('sameAgain.startsOn')} />
            <DateField {...form.field('endsOn')} label={t('sameAgain.endsOn')} />
          </Pair>
        </>
      )}
      <TextInput {...form.field('comment')} label={t('sameAgain.comment')} optional multiline minRows={2} />
      <FormActions>
        <Button type="submit" variant="outlined" loading={saving}>
          {t(changed ? 'sameAgain.sendChanged' : 'sameAgain.sendNo')}
        </Button>
        <Button onClick={onCancel}>{t('kit:action.cancel')}</Button>
      </FormActions>
    </Form>
  );
}
