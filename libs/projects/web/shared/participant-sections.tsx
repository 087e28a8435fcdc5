import { styled } from '@mui/material/styles';
import { type Fact, Facts, Section, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useCountry } from './use-country';

type Text = string | null | undefined;

/** A participant as far as the reader may know them: what is left out has no line. */
export interface KnownParticipant {
  occupation: string;
  qualification?: Text;
  iscedF?: Text;
  eqfLevel?: number | null;
  mainLanguage?: Text;
  languageLevel?: Text;
  email?: Text;
  phone?: Text;
  studentNumber?: Text;
  className?: Text;
  birthDate?: Text;
  gender?: Text;
  nationality?: Text;
  street?: Text;
  postcode?: Text;
  town?: Text;
  emergencyContact?: Text;
  emergencyPhone?: Text;
  diet?: Text;
  healthNotes?: Text;
  healthReleasedToHost?: boolean | null;
  healthReleasedToTeachers?: boolean | null;
  fewerOpportunities?: boolean | null;
  fewerOpportunitiesReason?: Text;
  guardianName?: Text;
  guardianEmail?: Text;
  guardianPhone?: Text;
  minor?: boolean | null;
}

/** Two columns that fill up one after the other, so that short parts leave no holes. */
const Columns = styled('div')(({ theme }) => ({
  columnCount: 2,
  columnGap: 24,
  '& > *': { breakInside: 'avoid', marginBottom: 24 },
  '& > *:last-child': { marginBottom: 0 },
  [theme.breakpoints.down('md')]: { columnCount: 1 },
}));

function useFacts(participant: KnownParticipant) {
  const { t } = useTranslation('projects');
  const format = useFormat();
  const country = useCountry();
  const has = (key: keyof KnownParticipant) => participant[key] !== undefined;
  const fact = (key: keyof KnownParticipant, show: (value: string) => string = (value) => value): Fact[] => {
    const value = participant[key];
    if (!has(key)) return [];
    if (typeof value === 'boolean')
      return [{ label: t(`person.${key}`), value: t(value ? 'kit:word.yes' : 'kit:word.no') }];
    return [
      {
        label: t(`person.${key}`),
        value: value === null || value === undefined || value === '' ? '–' : show(String(value)),
      },
    ];
  };
  const address = [participant.street, [participant.postcode, participant.town].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ');
  return {
    contact: [
      ...fact('email'),
      ...fact('phone'),
      ...(has('street') ? [{ label: t('person.address'), value: address || '–' }] : []),
    ],
    civil: [
      ...fact('birthDate', (value) => format.date(value, 'long')),
      ...fact('gender', (value) => t(`person.genders.${value}`)),
      ...fact('nationality', country),
      ...fact('minor'),
    ],
    school: [
      ...fact('studentNumber'),
      ...fact('className'),
      ...fact('occupation'),
      ...fact('qualification'),
      ...fact('iscedF'),
      ...fact('eqfLevel'),
      ...fact('mainLanguage'),
      ...fact('languageLevel'),
    ],
    emergency: [...fact('emergencyContact'), ...fact('emergencyPhone')],
    guardian: participant.guardianName
      ? [...fact('guardianName'), ...fact('guardianEmail'), ...fact('guardianPhone')]
      : [],
    sensitive: [
      ...fact('diet'),
      ...fact('healthNotes'),
      ...fact('healthReleasedToHost'),
      ...fact('healthReleasedToTeachers'),
      ...fact('fewerOpportunities'),
      ...fact('fewerOpportunitiesReason'),
    ],
  };
}

/** Everything the reader may know of a participant, by what it is for. */
export function ParticipantSections({
  participant,
  logged = false,
}: {
  participant: KnownParticipant;
  logged?: boolean;
}) {
  const { t } = useTranslation('projects');
  const facts = useFacts(participant);
  const parts = [
    ['contact', facts.contact],
    ['civil', facts.civil],
    ['school', facts.school],
    ['guardian', facts.guardian],
    ['emergency', facts.emergency],
    ['sensitive', facts.sensitive],
  ] as const;
  return (
    <Columns>
      {parts
        .filter(([, items]) => items.length > 0)
        .map(([key, items]) => (
          <Section
            key={key}
            title={t(`mobility.section.${key}`)}
            description={logged && key === 'sensitive' ? t('mobility.loggedHint') : undefined}
          >
            <Facts items={items} columns={key === 'school' ? 2 : 1} />
          </Section>
        ))}
    </Columns>
  );
}
