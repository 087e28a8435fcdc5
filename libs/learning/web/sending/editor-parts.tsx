import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { styled } from '@mui/material/styles';
import {
  type AgreementContact,
  type AgreementContent,
  type AgreementOrganisation,
  type AgreementPatch,
  CONTACT_ROLES,
  type LocalText,
  textFrom,
} from '@softmob/learning-model';
import { FormGroup, Section, SelectField, TextInput } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useSay } from '../shared/use-say';

type TextField = readonly [key: string, value: LocalText, onChange: (value: LocalText) => void];

/** A text in the reader's language; what is typed here replaces both, so that no stale translation remains. */
function LocalArea({
  label,
  value,
  onChange,
}: {
  label: string;
  value: LocalText;
  onChange: (value: LocalText) => void;
}) {
  const { say, locale } = useSay();
  return (
    <TextInput
      label={label}
      value={say(value)}
      onChange={({ target }) => onChange(textFrom(locale, target.value))}
      multiline
      minRows={2}
      maxLength={4000}
    />
  );
}

/** A section that consists of texts. */
export function PartTexts({ part, fields }: { part: string; fields: readonly TextField[] }) {
  const { t } = useTranslation('learning');
  return (
    <Section title={t(`part.${part}`)} id={`part-${part}`}>
      <Stack spacing={4}>
        {fields.map(([key, value, onChange]) => (
          <LocalArea key={key} label={t(`section.${key}`)} value={value} onChange={onChange} />
        ))}
      </Stack>
    </Section>
  );
}

interface ContextPartProps {
  content: AgreementContent;
  onChange: (patch: AgreementPatch) => void;
}

/** Where and how much one works, and what one brings along. */
export function ContextPart({ content, onChange }: ContextPartProps) {
  const { t } = useTranslation('learning');
  const { context } = content;
  const set = (patch: Partial<AgreementContent['context']>) => onChange({ context: { ...context, ...patch } });
  return (
    <Section title={t('part.context')} id="part-context">
      <Stack spacing={4}>
        <TextInput
          label={t('reader.workplace')}
          value={context.workplace}
          onChange={({ target }) => set({ workplace: target.value })}
          maxLength={300}
        />
        <LocalArea
          label={t('reader.workingTime')}
          value={context.workingTime}
          onChange={(workingTime) => set({ workingTime })}
        />
        <LocalArea
          label={t('editor.programme')}
          value={context.programme}
          onChange={(programme) => set({ programme })}
        />
        <TextInput
          label={t('reader.qualification')}
          value={context.qualification}
          onChange={({ target }) => set({ qualification: target.value })}
          maxLength={300}
        />
        <TextInput
          label={t('editor.classYear')}
          value={context.classYear}
          onChange={({ target }) => set({ classYear: target.value })}
          maxLength={100}
        />
        <TextInput
          label={t('editor.languageCode')}
          value={context.language}
          onChange={({ target }) => set({ language: target.value.toLowerCase() })}
          maxLength={3}
        />
        <SelectField
          label={t('editor.level')}
          value={context.level}
          onChange={({ target }) => set({ level: target.value })}
          options={['A1', 'A2', 'B1', 'B2', 'C1', 'C2'].map((value) => ({ value, label: value }))}
        />
      </Stack>
    </Section>
  );
}

const CONTACT_FIELDS = ['name', 'email', 'phone'] as const;
const TwoColumns = styled('div')({
  display: 'grid',
  gap: 16,
  gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))',
});

interface ContactsPartProps {
  part: 'sending' | 'hosting' | 'supporting';
  organisation: AgreementOrganisation;
  onChange: (contacts: AgreementContact[]) => void;
}

/** The people whom an organisation names. */
export function ContactsPart({ part, organisation, onChange }: ContactsPartProps) {
  const { t } = useTranslation('learning');
  const { contacts } = organisation;
  const set = (at: number, patch: Partial<AgreementContact>) =>
    onChange(contacts.map((contact, index) => (index === at ? { ...contact, ...patch } : contact)));
  return (
    <Section title={organisation.name} description={t(`party.${part}`)} id={`part-${part}`}>
      <Stack spacing={5}>
        {contacts.map((contact, index) => (
          // Contacts have no identity of their own: their place is it.
          <FormGroup key={index} legend={contact.name || t('editor.newContact')}>
            <TwoColumns>
              <SelectField
                label={t('editor.contactRole')}
                value={contact.role}
                empty={null}
                onChange={({ target }) => set(index, { role: target.value as AgreementContact['role'] })}
                options={CONTACT_ROLES.map((value) => ({ value, label: t(`contactRole.${value}`) }))}
              />
              {CONTACT_FIELDS.map((key) => (
                <TextInput
                  key={key}
                  label={t(`editor.contact.${key}`)}
                  value={contact[key]}
                  onChange={({ target }) => set(index, { [key]: target.value })}
                  maxLength={300}
                />
              ))}
            </TwoColumns>
            <div>
              <Button size="small" onClick={() => onChange(contacts.filter((_contact, at) => at !== index))}>
                {t('editor.removeContact', { name: contact.name })}
              </Button>
            </div>
          </FormGroup>
        ))}
        <div>
          <Button
            variant="outlined"
            onClick={() => onChange([...contacts, { role: 'administrative', name: '', email: '', phone: '' }])}
          >
            {t('editor.addContact')}
          </Button>
        </div>
      </Stack>
    </Section>
  );
}
