import Link from '@mui/material/Link';
import { policy } from '@softmob/access';
import { useCan, useFormat, useToday } from '@softmob/portal-kit';
import { DateRangeText, type Fact, Facts, Notice, StateChip } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type PanelMobility } from './board-documents';
import { dueState } from '../shared/due-state';
import { useCountry } from './use-country';
import { useOccupation } from './use-occupation';

/** What one knows of a mobility at a glance: what comes next, who, where, with whom. */
export function MobilityFacts({ mobility }: { mobility: PanelMobility }) {
  const { t } = useTranslation('cockpit');
  const country = useCountry();
  const occupation = useOccupation();
  const { participant, flow, hostOrganisation, placement, progress } = mobility;
  const language = [participant.mainLanguage, participant.languageLevel].filter(Boolean).join(' ');
  const items: (Fact | null)[] = [
    { label: t('facts.stay'), value: <DateRangeText start={mobility.startsOn} end={mobility.endsOn} /> },
    { label: t('facts.place'), value: `${flow.town}, ${country(flow.country)}` },
    { label: t('facts.occupation'), value: occupation(participant.occupation) },
    participant.qualification ? { label: t('facts.qualification'), value: participant.qualification } : null,
    language ? { label: t('facts.language'), value: language } : null,
    { label: t('facts.company'), value: <CompanyNow mobility={mobility} /> },
    ...mobility.formerPlacements.map((former) => ({
      label: t('facts.formerCompany'),
      value: <FormerCompany former={former} />,
    })),
    placement?.tutor ? { label: t('facts.tutor'), value: <Contact {...placement.tutor} /> } : null,
    hostOrganisation ? { label: t('facts.host'), value: hostOrganisation.name } : null,
    participant.email
      ? { label: t('facts.contact'), value: <Contact email={participant.email} phone={participant.phone} /> }
      : null,
    { label: t('facts.bmId'), value: mobility.bmId ?? t('facts.bmIdLater') },
  ];
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      {progress && mobility.stage !== 'withdrawn' && <Next mobility={mobility} />}
      <Facts items={items.filter((item) => item !== null)} />
      {participant.minor && (
        <div>
          <StateChip state="draft" label={t('board.minorHint')} />
        </div>
      )}
    </div>
  );
}

/** The company, and for the coordinator the way out where it cannot go on. */
function CompanyNow({ mobility: { id, stage, company, placement } }: { mobility: PanelMobility }) {
  const { t } = useTranslation('cockpit');
  const mayReplace = useCan(policy.placements.replace);
  const standing = placement?.status === 'confirmed' && (stage === 'confirmed' || stage === 'abroad');
  if (!company) return t('board.noCompany');
  return (
    <span style={{ display: 'grid', rowGap: 6, justifyItems: 'start' }}>
      <span>{`${company.name}, ${company.town}`}</span>
      {mayReplace && standing && <Link href={`/placements/${id}/replace`}>{t('facts.replaceCompany')}</Link>}
    </span>
  );
}

/** A company that could not go on: until when, and why. */
function FormerCompany({ former }: { former: PanelMobility['formerPlacements'][number] }) {
  const { company, startsOn, endsOn, status, reason } = former;
  return (
    <span style={{ display: 'grid', rowGap: 2 }}>
      <span>{company?.name}</span>
      {status === 'ended' && <DateRangeText start={startsOn} end={endsOn} />}
      <span>{reason}</span>
    </span>
  );
}

/** The next step in words: what, by whom, until when. */
function Next({ mobility: { progress, tasks } }: { mobility: PanelMobility }) {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const today = useToday();
  const next = tasks.find(({ id }) => id === progress?.next?.id);
  if (!next) return <Notice tone="done" title={t('panel.allDone')} />;
  return (
    <Notice tone={dueState(next.state)} title={next.title}>
      {t('panel.nextBy', {
        who: t(`kit:audience.${next.role}`),
        date: format.date(next.dueOn, 'medium'),
        days: format.relativeDays(next.dueOn, today),
      })}
    </Notice>
  );
}

function Contact({ name, email, phone }: { name?: string; email?: string | null; phone?: string | null }) {
  return (
    <span style={{ display: 'grid', rowGap: 6, justifyItems: 'start' }}>
      {name && <span>{name}</span>}
      {email && <Link href={`mailto:${email}`}>{email}</Link>}
      {phone && <Link href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</Link>}
    </span>
  );
}
