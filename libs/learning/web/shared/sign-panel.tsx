import { useMutation } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FormErrors, Form, RequestSeatCodeDocument, useForm, useSession } from '@softmob/portal-kit';
import { CheckField, FormActions, Section, TextInput } from '@softmob/ui';
import { markFault } from '@softmob/learning-model';
import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { MarkField } from './signature-mark';
import { type SignInput, type VersionView } from './types';
import { useSay } from './use-say';

interface SignPanelProps {
  mobilityId: string;
  version: Pick<VersionView, 'number' | 'contentHash' | 'statement'>;
  /** Sends the signature; true when it was given. */
  sign: (input: SignInput) => Promise<unknown>;
  saving: boolean;
  errors: FormErrors | null;
}

/** The code that proves the mailbox, for whoever came by a personal link. */
function CodeFields({ field }: { field: Parameters<typeof TextInput>[0] }) {
  const { t } = useTranslation('learning');
  const { viewer } = useSession();
  const [request, { loading, called, error }] = useMutation(RequestSeatCodeDocument);
  const sent = called && !loading && !error;
  return (
    <>
      <div>
        <Typography variant="body2" sx={{ mb: 2 }}>
          {t('sign.codeHint', { email: viewer.email })}
        </Typography>
        <Button
          variant="outlined"
          loading={loading}
          onClick={() => {
            void request().catch(() => undefined);
          }}
        >
          {t(sent ? 'sign.codeAgain' : 'sign.codeSend')}
        </Button>
        <Typography role="status" variant="body2" color={error ? 'error' : 'textSecondary'} sx={{ mt: 2 }}>
          {error ? t('sign.codeFailed') : sent ? t('sign.codeSent', { email: viewer.email }) : ''}
        </Typography>
      </div>
      <TextInput {...field} inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
    </>
  );
}

type MarkValues = Record<'markKind' | 'markName' | 'markPath', string>;

/** What is wrong with the look of a signature, at the field that makes it. */
function faultOfMark({ markKind, markName, markPath }: MarkValues, t: TFunction<'learning'>): Record<string, string> {
  const drawn = markKind === 'drawn';
  if (drawn && markPath === '') return { markPath: t('mark.drawFirst') };
  const fault = markFault(drawn ? 'drawn' : 'typed', drawn ? markPath : markName);
  return fault ? { [drawn ? 'markPath' : 'markName']: t(`errors.${fault}`) } : {};
}

/** The act of signing: the statement in full, a code for personal links, one button. */
export function SignPanel({ mobilityId, version, sign, saving, errors }: SignPanelProps) {
  const { t } = useTranslation('learning');
  const { say } = useSay();
  const { viewer } = useSession();
  const form = useForm({
    initial: { accepted: false, code: '', markKind: 'typed', markName: viewer.displayName, markPath: '' },
    validate: (values) => ({
      ...faultOfMark(values, t),
      ...(values.accepted ? {} : { accepted: t('errors.NOT_ACCEPTED') }),
      ...(viewer.isSeat && !/^\d{6}$/.test(values.code.trim()) ? { code: t('sign.codeNeeded') } : {}),
    }),
  });
  const { number: versionNumber, contentHash, statement } = version;
  return (
    <Section title={t('sign.title')} description={t('sign.description')} id="sign">
      <Form
        form={form}
        errors={errors}
        ns="learning"
        label={t('sign.title')}
        onSubmit={async ({ accepted, code, markKind, markName, markPath }) => {
          const given = viewer.isSeat ? { code: code.trim() } : {};
          const mark = { kind: markKind, value: markKind === 'drawn' ? markPath : markName };
          if (await sign({ mobilityId, versionNumber, contentHash, accepted, mark, ...given })) form.done();
        }}
      >
        <MarkField kind={form.field('markKind')} name={form.field('markName')} path={form.field('markPath')} />
        <CheckField {...form.check('accepted')} label={say(statement)} />
        {viewer.isSeat && <CodeFields field={{ ...form.field('code'), label: t('sign.code') }} />}
        <FormActions>
          <Button type="submit" variant="contained" size="large" loading={saving}>
            {t('sign.submit')}
          </Button>
        </FormActions>
        <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {t('sign.hash', { hash: contentHash.slice(0, 16) })}
        </Typography>
      </Form>
    </Section>
  );
}
