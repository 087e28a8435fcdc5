import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import {
  type AgreementContact,
  type AgreementContent,
  countryName,
  languageName,
  occupationFacts,
} from '@softmob/learning-model';
import { type Fact, Facts, Notice, Section, useFormat } from '@softmob/ui';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AgreementUnits, AgreementWeeks } from './agreement-units';
import { type Words } from './types';
import { useSay } from './use-say';

/** A contact with ways to reach them by a tap. */
function ContactLine({ contact }: { contact: AgreementContact }) {
  const { t } = useTranslation('learning');
  return (
    <div>
      <strong style={{ fontWeight: 600 }}>{contact.name}</strong> · {t(`contactRole.${contact.role}`)}
      {contact.email && (
        <div>
          <Link href={`mailto:${contact.email}`}>{contact.email}</Link>
        </div>
      )}
      {contact.phone && (
        <div>
          <Link href={`tel:${contact.phone.replace(/\s/g, '')}`}>{contact.phone}</Link>
        </div>
      )}
    </div>
  );
}

function Contacts({ contacts }: { contacts: readonly AgreementContact[] }) {
  return (
    <Stack spacing={3}>
      {contacts.map((contact) => (
        <ContactLine key={`${contact.role}${contact.name}`} contact={contact} />
      ))}
    </Stack>
  );
}

/** Headings and their texts, those that are written. */
function Prose({ items }: { items: readonly (readonly [title: string, words: Words | null])[] }) {
  const { say } = useSay();
  return (
    <Stack spacing={3}>
      {items
        .filter(([, words]) => say(words) !== '')
        .map(([title, words]) => (
          <div key={title}>
            <Typography variant="body2" component="h3" sx={{ fontWeight: 600 }}>
              {title}
            </Typography>
            <Typography sx={{ whiteSpace: 'pre-line' }}>{say(words)}</Typography>
          </div>
        ))}
    </Stack>
  );
}

function Parties({ content }: { content: AgreementContent }) {
  const { t } = useTranslation('learning');
  const { locale } = useSay();
  const { participant, ...organisations } = content.parties;
  return (
    <Stack spacing={5}>
      <div>
        <Typography variant="body2" color="textSecondary">
          {t('party.participant')}
        </Typography>
        <Typography sx={{ fontWeight: 600 }}>{participant.name}</Typography>
        {participant.minor && <Typography variant="body2">{t('reader.minor')}</Typography>}
        {participant.guardian && (
          <Typography variant="body2">{t('reader.guardian', { name: participant.guardian.name })}</Typography>
        )}
      </div>
      {(['sending', 'hosting', 'supporting'] as const).map((key) => {
        const organisation = organisations[key];
        return (
          organisation && (
            <div key={key}>
              <Typography variant="body2" color="textSecondary">
                {t(`party.${key}`)}
              </Typography>
              <Typography sx={{ fontWeight: 600 }}>{organisation.name}</Typography>
              <Typography variant="body2" sx={{ mb: 2 }}>
                {[organisation.address, countryName(organisation.country, locale)].filter(Boolean).join(', ')}
              </Typography>
              <Contacts contacts={organisation.contacts} />
            </div>
          )
        );
      })}
    </Stack>
  );
}

function useContextFacts({ context, header }: AgreementContent): Fact[] {
  const { t } = useTranslation('learning');
  const { say, locale } = useSay();
  const format = useFormat();
  const trade = occupationFacts(context.occupation);
  return [
    { label: t('reader.when'), value: format.dateRange(context.start, context.end) },
    { label: t('reader.occupation'), value: trade ? say(trade.name) : context.occupation },
    { label: t('reader.workplace'), value: context.workplace },
    {
      label: t('reader.workingTime'),
      value: `${t('reader.hoursPerWeek', { hours: context.hoursPerWeek })} ${say(context.workingTime)}`,
    },
    { label: t('reader.qualification'), value: `${context.qualification} · EQF ${String(context.eqf)}` },
    { label: t('reader.language'), value: `${languageName(context.language, locale)} (${context.level})` },
    { label: t('reader.project'), value: header.projectCode },
    { label: t('reader.number'), value: header.agreementNumber },
    { label: t('reader.mobilityId'), value: header.mobilityId ?? t('reader.toBeAssigned') },
  ];
}

interface AgreementReaderProps {
  content: AgreementContent;
  withheld: readonly string[];
  /** Beside the heading of the first part: a link to the PDF. */
  actions?: ReactNode;
}

/** A whole agreement to be read on a phone: what matters first, the long parts folded. */
export function AgreementReader({ content, withheld, actions }: AgreementReaderProps) {
  const { t } = useTranslation('learning');
  const facts = useContextFacts(content);
  const { support, monitoring, assessment, recognition } = content;
  return (
    <Stack spacing={4}>
      <Section title={t('reader.overview')} actions={actions}>
        <Facts items={facts} />
        {withheld.length > 0 && (
          <Typography variant="body2" color="textSecondary" sx={{ mt: 3 }}>
            {t('reader.withheld')}
          </Typography>
        )}
      </Section>
      <Section title={t('reader.units')} description={t('reader.unitsHint')}>
        <AgreementUnits units={content.units} />
      </Section>
      <Section title={t('reader.weeks')}>
        <AgreementWeeks tasks={content.tasks} />
      </Section>
      <Section title={t('reader.people')}>
        <Parties content={content} />
      </Section>
      <Section title={t('reader.emergency')}>
        <Contacts contacts={support.emergency} />
      </Section>
      <Section title={t('reader.support')}>
        <Prose
          items={[
            [t('section.preparation'), content.preparation],
            [t('section.virtual'), content.virtual],
            [t('section.support.before'), support.before],
            [t('section.support.during'), support.during],
            [t('section.support.after'), support.after],
            [t('section.monitoring'), monitoring.howOften],
            [t('section.inclusion'), content.inclusion],
          ]}
        />
      </Section>
      <Section title={t('reader.assessment')}>
        <Prose
          items={[
            [t('section.assessment.who'), assessment.who],
            [t('section.assessment.how'), assessment.how],
            [t('section.assessment.when'), assessment.when],
            [t('section.assessment.evidence'), assessment.evidence],
            [t('section.recognition.how'), recognition.how],
            [t('section.recognition.who'), recognition.who],
            [t('section.recognition.rule'), recognition.rule],
            [t('section.recognition.document'), recognition.document],
          ]}
        />
      </Section>
    </Stack>
  );
}

/** A version that is open: says in one line who is still asked. */
export function OpenNotice({ missing }: { missing: readonly string[] }) {
  const { t } = useTranslation('learning');
  const format = useFormat();
  return (
    <Notice tone="waiting" title={t('open.title')}>
      {t('open.waitsFor', { parties: format.list(missing.map((party) => t(`party.${party}`))) })}
    </Notice>
  );
}
