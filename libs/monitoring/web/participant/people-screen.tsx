import { useQuery } from '@apollo/client/react';
import CallOutlined from '@mui/icons-material/CallOutlined';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import MailOutlineOutlined from '@mui/icons-material/MailOutlineOutlined';
import PlaceOutlined from '@mui/icons-material/PlaceOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { StayChoice, useMyMobility } from '@softmob/documents-web/my-mobility';
import { Page, QueryError } from '@softmob/portal-kit';
import { EmptyState, Person, Section, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type PeopleQuery } from '@softmob/gql/participant/graphql';
import { PeopleDocument } from './home.operations';

const Stacked = styled('div')({ display: 'grid', gap: 16 });
const Rows = styled('ul')(({ theme }) => ({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& > li': {
    display: 'grid',
    gridTemplateColumns: '1fr auto auto',
    gap: 4,
    alignItems: 'center',
    minHeight: 60,
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  '& > li:first-of-type': { borderTop: 0 },
  '& a.MuiIconButton-root': { width: 48, height: 48, color: theme.palette.brand.main },
}));
const Emergency = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 12,
  gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
  '& .MuiButton-root': {
    minHeight: 64,
    justifyContent: 'flex-start',
    fontSize: '1rem',
    textAlign: 'left',
    whiteSpace: 'normal',
  },
  '& small': { display: 'block', fontWeight: 400, color: theme.palette.text.secondary },
  '& .MuiButton-contained small': { color: 'inherit' },
}));

interface Contact {
  id: string;
  name: string;
  detail: string;
  email?: string | null | undefined;
  phone?: string | null | undefined;
}

const tel = (phone: string) => `tel:${phone.replace(/[^+\d]/g, '')}`;

function ContactRows({ contacts }: { contacts: readonly Contact[] }) {
  const { t } = useTranslation('monitoring');
  return (
    <Rows>
      {contacts.map(({ id, name, detail, email, phone }) => (
        <li key={id}>
          <Person name={name} detail={detail} size={36} />
          {phone ? (
            <IconButton href={tel(phone)} aria-label={t('people.call', { name })}>
              <CallOutlined />
            </IconButton>
          ) : (
            <span />
          )}
          {email ? (
            <IconButton href={`mailto:${email}`} aria-label={t('people.write', { name })}>
              <MailOutlineOutlined />
            </IconButton>
          ) : (
            <span />
          )}
        </li>
      ))}
    </Rows>
  );
}

type PeopleMobility = PeopleQuery['mobility'];

/** The numbers for when something has happened: large, and before all others. */
function EmergencyCard({ mobility }: { mobility: PeopleMobility }) {
  const { t } = useTranslation('monitoring');
  const { participant, hostOrganisation, sendingOrganisation } = mobility;
  const school = sendingOrganisation.contacts.find(({ phone }) => phone)?.phone ?? sendingOrganisation.phone;
  const host = hostOrganisation?.contacts.find(({ phone }) => phone)?.phone ?? hostOrganisation?.phone;
  const others = [
    { label: t('people.hostNumber'), name: hostOrganisation?.name, phone: host },
    { label: t('people.schoolNumber'), name: sendingOrganisation.name, phone: school },
    { label: t('people.homeNumber'), name: participant.emergencyContact, phone: participant.emergencyPhone },
  ];
  return (
    <Section title={t('people.emergency')} description={t('people.emergencyHint')}>
      <Emergency>
        <Button variant="contained" color="error" href="tel:112" startIcon={<CallOutlined />}>
          <span>
            112 <small>{t('people.eu')}</small>
          </span>
        </Button>
        {others.map(
          ({ label, name, phone }) =>
            phone && (
              <Button key={label} variant="outlined" href={tel(phone)} startIcon={<CallOutlined />}>
                <span>
                  {name ?? label} <small>{label}</small>
                </span>
              </Button>
            ),
        )}
      </Emergency>
    </Section>
  );
}

function Company({ placement }: { placement: PeopleMobility['placement'] }) {
  const { t } = useTranslation('monitoring');
  if (!placement?.company) return null;
  const { company, tutor } = placement;
  const address = [company.street, [company.postcode, company.town].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ');
  const contacts = [
    ...(tutor
      ? [{ id: tutor.personId, name: tutor.name, detail: t('people.tutor'), email: tutor.email, phone: tutor.phone }]
      : []),
    ...(company.phone
      ? [{ id: company.id, name: company.name, detail: t('people.office'), phone: company.phone }]
      : []),
  ];
  return (
    <Section
      title={company.name}
      description={address}
      actions={
        <Button
          startIcon={<PlaceOutlined />}
          href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(`${address}, ${company.country}`)}`}
          target="_blank"
          rel="noreferrer"
        >
          {t('people.map')}
        </Button>
      }
    >
      <ContactRows contacts={contacts} />
    </Section>
  );
}

function People({ mobility }: { mobility: PeopleMobility }) {
  const { t } = useTranslation(['monitoring', 'kit']);
  const { sendingOrganisation, hostOrganisation, flow, placement } = mobility;
  const inCharge = (contacts: PeopleMobility['sendingOrganisation']['contacts']) =>
    contacts
      .filter(({ role }) => role !== 'sendingFinance' && role !== 'sendingTeacher')
      .map(({ id, name, role, title, email, phone }) => ({
        id,
        name,
        email,
        phone,
        detail: title ?? t(`kit:audience.${role}`),
      }));
  const travelling = flow.accompanying.map(({ id, firstName, lastName, email }) => ({
    id,
    name: `${firstName} ${lastName}`,
    email,
    detail: t('people.accompanying'),
  }));
  return (
    <Stacked>
      <EmergencyCard mobility={mobility} />
      <Company placement={placement} />
      {hostOrganisation && (
        <Section title={hostOrganisation.name} description={t('people.host', { town: flow.town })}>
          <ContactRows contacts={inCharge(hostOrganisation.contacts)} />
        </Section>
      )}
      <Section title={sendingOrganisation.name} description={t('people.school')}>
        <ContactRows contacts={[...inCharge(sendingOrganisation.contacts), ...travelling]} />
      </Section>
    </Stacked>
  );
}

/** My company and the people to call: each one tap away. */
export function PeopleScreen() {
  const { t } = useTranslation('monitoring');
  const stay = useMyMobility();
  const id = stay.mobility?.id ?? '';
  const { data, error, refetch } = useQuery(PeopleDocument, { variables: { id }, skip: !id });
  const failure = stay.error ?? error;
  return (
    <Page
      title={t('people.title')}
      actions={
        id && (
          <Button startIcon={<ForumOutlined />} href={`/messages/new?kind=mobility&subject=${id}`}>
            {t('kit:action.message')}
          </Button>
        )
      }
    >
      <Stacked>
        <StayChoice {...stay} />
        {failure && <QueryError error={failure} onRetry={() => void (stay.error ? stay.refetch() : refetch())} />}
        {!failure && id && !data && <SkeletonList kind="cards" rows={3} />}
        {stay.loaded && !id && <EmptyState title={t('home.none')}>{t('home.noneHint')}</EmptyState>}
        {data && <People mobility={data.mobility} />}
      </Stacked>
    </Page>
  );
}
