import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { graphql } from '@softmob/gql/operator';
import { Form, Page, QueryError, useForm, useSubmit, useToast } from '@softmob/portal-kit';
import { Facts, FormActions, Section, SkeletonList, TextInput, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

const ClockDocument = graphql(`
  query Clock {
    clock {
      offsetDays
      now
    }
  }
`);

const MoveClockDocument = graphql(`
  mutation MoveClock($offsetDays: Int!) {
    moveClock(offsetDays: $offsetDays) {
      offsetDays
      now
    }
  }
`);

function MoveClock({ offsetDays, onMoved }: { offsetDays: number; onMoved: () => void }) {
  const { t } = useTranslation('identity');
  const toast = useToast();
  const format = useFormat();
  const { submit, saving, errors } = useSubmit(MoveClockDocument);
  const form = useForm({ initial: { offsetDays: String(offsetDays) } });
  return (
    <Form
      form={form}
      errors={errors}
      onSubmit={async (values) => {
        const moved = await submit({ offsetDays: Math.trunc(Number(values.offsetDays)) || 0 });
        if (!moved) return;
        form.done();
        toast(t('clock.saved', { date: format.date(moved.moveClock.now, 'medium') }));
        onMoved();
      }}
    >
      <TextInput
        {...form.field('offsetDays', { hint: t('clock.offsetHint') })}
        label={t('clock.offset')}
        type="number"
        inputMode="numeric"
      />
      <FormActions>
        <Button type="submit" variant="contained" loading={saving}>
          {t('clock.save')}
        </Button>
      </FormActions>
    </Form>
  );
}

/** Business time of a demo, moved by whole days. */
export function ClockScreen() {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const { data, error, refetch } = useQuery(ClockDocument);
  return (
    <Page title={t('clock.title')} description={t('clock.description')} width="form">
      {error && <QueryError error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonList kind="form" />}
      {data && (
        <Section>
          <Facts items={[{ label: t('clock.now'), value: format.date(data.clock.now, 'long') }]} columns={1} />
          <MoveClock key={data.clock.offsetDays} offsetDays={data.clock.offsetDays} onMoved={() => void refetch()} />
        </Section>
      )}
    </Page>
  );
}
