import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { Form, Page, QueryError, useForm, useSession, useSubmit, useToast } from '@softmob/portal-kit';
import { CheckField, FormActions, FormGroup, Notice, SelectField, SkeletonList, TextInput } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { ChoosePreferencesDocument, type MailPreferences, PreferencesDocument } from './messaging.operations';

/** How somebody wants to be told by e-mail. */
export function SettingsScreen() {
  const { t } = useTranslation('messaging');
  const { viewer } = useSession();
  const { data, error, refetch } = useQuery(PreferencesDocument, { skip: viewer.isSeat });
  return (
    <Page
      title={t('settings.title')}
      description={t('settings.description')}
      crumbs={[{ label: t('title'), to: '/notifications' }]}
      width="form"
    >
      {viewer.isSeat && <Notice tone="brand">{t('settings.seat')}</Notice>}
      {error && <QueryError error={error} onRetry={() => void refetch()} />}
      {!viewer.isSeat && !error && !data && <SkeletonList kind="form" />}
      {data && <SettingsForm chosen={data.mailPreferences} />}
    </Page>
  );
}

const TIME_ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({
  value: zone,
  label: zone.replaceAll('_', ' '),
}));
const EVENING = '21:00';
const MORNING = '07:00';

function initialOf({ topics, quietFrom, quietUntil, timeZone }: MailPreferences) {
  return {
    topics: topics.map(({ topic, delivery }) => ({ topic, delivery: delivery as string })),
    quiet: quietFrom !== null,
    quietFrom: quietFrom ?? EVENING,
    quietUntil: quietUntil ?? MORNING,
    timeZone,
  };
}

function SettingsForm({ chosen }: { chosen: MailPreferences }) {
  const { t } = useTranslation('messaging');
  const toast = useToast();
  const form = useForm({ initial: initialOf(chosen), draftKey: 'mail-preferences' });
  const { submit, saving, errors } = useSubmit(ChoosePreferencesDocument);
  const { quiet } = form.values;
  const save = async ({ quiet: on, quietFrom, quietUntil, ...rest }: typeof form.values) => {
    const hours = on ? { quietFrom, quietUntil } : { quietFrom: null, quietUntil: null };
    const saved = await submit({ input: { ...rest, ...hours } });
    if (!saved) return;
    form.reset(initialOf(saved.chooseMailPreferences));
    toast(t('settings.saved'));
  };
  return (
    <Form form={form} errors={errors} ns="messaging" onSubmit={save}>
      <FormGroup legend={t('settings.topics')} hint={t('settings.topicsHint')}>
        {chosen.topics.map(({ topic, mayBeOff }, at) => (
          <SelectField
            key={topic}
            {...form.field(`topics.${String(at)}.delivery`, {
              hint: t(`topic.${topic}.hint`) + (mayBeOff ? '' : ` ${t('settings.required')}`),
            })}
            label={t(`topic.${topic}.name`)}
            empty={null}
            options={(['once', 'digest', ...(mayBeOff ? ['off'] : [])] as const).map((value) => ({
              value,
              label: t(`delivery.${value}`),
            }))}
          />
        ))}
      </FormGroup>
      <FormGroup legend={t('settings.quiet')}>
        <CheckField {...form.check('quiet')} label={t('settings.quietOn')} hint={t('settings.quietHint')} />
        {quiet && (
          <>
            <TextInput {...form.field('quietFrom')} label={t('settings.from')} type="time" />
            <TextInput {...form.field('quietUntil')} label={t('settings.until')} type="time" />
          </>
        )}
        <SelectField
          {...form.field('timeZone', { hint: t('settings.zoneHint') })}
          label={t('settings.zone')}
          empty={null}
          options={TIME_ZONES}
        />
      </FormGroup>
      <FormActions>
        <Button type="submit" variant="contained" loading={saving}>
          {t('kit:action.save')}
        </Button>
      </FormActions>
    </Form>
  );
}
