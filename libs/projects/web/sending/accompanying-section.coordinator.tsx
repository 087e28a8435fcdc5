import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import TextField from '@mui/material/TextField';
import { graphql } from '@softmob/gql/sending-coordinator';
import { Form, useForm, useSubmit, useToast } from '@softmob/portal-kit';
import { ConfirmDialog, DateRangeText, FormActions, Person, Section } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const AddAccompanyingDocument = graphql(`
  mutation AddAccompanying($input: AddAccompanyingPersonInput!) {
    addAccompanyingPerson(input: $input) {
      id
    }
  }
`);
const RemoveAccompanyingDocument = graphql(`
  mutation RemoveAccompanying($id: ID!) {
    removeAccompanyingPerson(id: $id) {
      id
    }
  }
`);

const Line = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '8px 16px',
  alignItems: 'center',
  justifyContent: 'space-between',
  padding: '10px 0',
  borderBottom: `1px solid ${theme.palette.divider}`,
}));

interface Companion {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  startsOn: string;
  endsOn: string;
}

interface AccompanyingSectionProps {
  flow: { id: string; accompanying: readonly Companion[] };
  onChanged: () => Promise<unknown>;
}

const EMPTY = { firstName: '', lastName: '', email: '' };

/** The teachers who go with a flow. */
export function AccompanyingSection({ flow, onChanged }: AccompanyingSectionProps) {
  const { t } = useTranslation('projects');
  const toast = useToast();
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Companion | null>(null);
  const form = useForm({ initial: EMPTY });
  const add = useSubmit(AddAccompanyingDocument);
  const remove = useSubmit(RemoveAccompanyingDocument);
  const nameOf = ({ firstName, lastName }: Companion) => `${firstName} ${lastName}`;
  return (
    <Section
      title={t('flow.accompanying')}
      description={t('flow.accompanyingText')}
      actions={!adding && <Button onClick={() => setAdding(true)}>{t('flow.addTeacher')}</Button>}
    >
      {flow.accompanying.map((person) => (
        <Line key={person.id}>
          <Person name={nameOf(person)} detail={person.email} />
          <DateRangeText start={person.startsOn} end={person.endsOn} />
          <Button size="small" onClick={() => setLeaving(person)}>
            {t('kit:action.remove')}
          </Button>
        </Line>
      ))}
      {adding && (
        <Form
          form={form}
          errors={add.errors}
          ns="projects"
          onSubmit={async (values) => {
            if (!(await add.submit({ input: { flowId: flow.id, ...values } }))) return;
            form.reset(EMPTY);
            setAdding(false);
            await onChanged();
          }}
        >
          <TextField {...form.field('firstName')} label={t('person.firstName')} />
          <TextField {...form.field('lastName')} label={t('person.lastName')} />
          <TextField {...form.field('email')} label={t('person.email')} type="email" />
          <FormActions>
            <Button type="submit" variant="outlined" loading={add.saving}>
              {t('kit:action.add')}
            </Button>
            <Button onClick={() => setAdding(false)}>{t('kit:action.cancel')}</Button>
          </FormActions>
        </Form>
      )}
      <ConfirmDialog
        open={leaving !== null}
        title={t('flow.removeTeacher', { name: leaving ? nameOf(leaving) : '' })}
        confirmLabel={t('kit:action.remove')}
        onClose={() => setLeaving(null)}
        onConfirm={async () => {
          if (!leaving) return;
          await remove.submit({ id: leaving.id });
          toast(t('flow.teacherRemoved', { name: nameOf(leaving) }));
          setLeaving(null);
          await onChanged();
        }}
      />
    </Section>
  );
}
