import { useQuery } from '@apollo/client/react';
import AddOutlined from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useSession, QueryError } from '@softmob/portal-kit';
import { Facts, Notice, SidePanel, SkeletonList, useFormat } from '@softmob/ui';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CapacityList, PlainRows } from '../shared/capacity-list';
import { PlacementStatus } from '../shared/status';
import { SchoolCompanyDocument, type SchoolCompanyFacts } from './companies.operations';

const EditCapacity = lazy(() => import('./edit-capacity.coordinator').then((m) => ({ default: m.EditCapacity })));

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Typography variant="subtitle2" component="h3" sx={{ mb: 2 }}>
        {title}
      </Typography>
      {children}
    </div>
  );
}

/** Places: edited by the coordinator where no host hands them out, else to be read. */
function Places({ company, onChanged }: { company: SchoolCompanyFacts['organisation']; onChanged: () => void }) {
  const { t } = useTranslation('placements');
  const { audience } = useSession();
  const [editing, setEditing] = useState<{ id: string | null } | null>(null);
  const { manager, capacities } = company;
  const mayEdit = audience === 'sendingCoordinator' && !manager;
  if (editing) {
    return (
      <Suspense fallback={<SkeletonList kind="form" />}>
        <EditCapacity
          company={company}
          capacity={capacities.find(({ id }) => id === editing.id) ?? null}
          onDone={() => {
            setEditing(null);
            onChanged();
          }}
          onCancel={() => setEditing(null)}
        />
      </Suspense>
    );
  }
  return (
    <>
      <CapacityList capacities={capacities} onEdit={mayEdit ? (id) => setEditing({ id }) : undefined} />
      {mayEdit && (
        <Button startIcon={<AddOutlined />} onClick={() => setEditing({ id: null })}>
          {t('companies.addPlaces')}
        </Button>
      )}
      {manager && <Notice tone="brand">{t('companies.hostSays', { host: manager.name })}</Notice>}
    </>
  );
}

function Learners({ placements }: Pick<SchoolCompanyFacts, 'placements'>) {
  const { t } = useTranslation('placements');
  const format = useFormat();
  if (placements.nodes.length === 0) return <p>{t('companies.nobody')}</p>;
  return (
    <PlainRows>
      {placements.nodes.map(({ id, status, startsOn, endsOn, mobility }) => (
        <li key={id}>
          <div>
            <Link href={`/mobilities/${mobility.id}`}>
              {[mobility.participant.firstName, mobility.participant.lastName].filter(Boolean).join(' ')}
            </Link>
            <small className="num">{format.dateRange(startsOn, endsOn)}</small>
          </div>
          <PlacementStatus status={status} reader="school" />
          <Button
            size="small"
            href={`/messages/new?kind=placement&subject=${id}`}
            sx={{ gridColumn: '1 / -1', justifySelf: 'start', ml: -1 }}
          >
            {t('kit:action.message')}
          </Button>
        </li>
      ))}
    </PlainRows>
  );
}

/** One company as the school sees it: who hands its places out, how many there are, and who learns there. */
export function CompanyPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('placements');
  const { data, error, refetch } = useQuery(SchoolCompanyDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const company = data?.organisation;
  const tutors = company?.contacts.filter(({ role }) => role === 'companyTutor') ?? [];
  return (
    <SidePanel
      open
      onClose={onClose}
      title={company?.name ?? '…'}
      subtitle={company && [company.street, company.postcode, company.town].filter(Boolean).join(', ')}
    >
      {error && <QueryError error={error} onRetry={() => void refetch()} ns="placements" />}
      {!error && !data && <SkeletonList kind="form" />}
      {company && (
        <div style={{ display: 'grid', gap: 24 }}>
          <Facts
            items={[
              {
                label: t('column.host'),
                value: company.manager ? (
                  <Link href={`/partners?open=${company.manager.id}`}>{company.manager.name}</Link>
                ) : (
                  t('companies.direct')
                ),
              },
              ...(company.email ? [{ label: t('column.email'), value: company.email }] : []),
              ...(company.phone ? [{ label: t('column.phone'), value: company.phone }] : []),
              ...tutors.map(({ name, email }) => ({ label: t('column.tutor'), value: `${name}, ${email}` })),
            ]}
          />
          <Part title={t('companies.places')}>
            <Places company={company} onChanged={() => void refetch()} />
          </Part>
          <Part title={t('board.learners')}>
            <Learners placements={data.placements} />
          </Part>
        </div>
      )}
    </SidePanel>
  );
}
