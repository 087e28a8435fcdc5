import { useQuery } from '@apollo/client/react';
import AddOutlined from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { QueryError, useSubmit, useToast } from '@softmob/portal-kit';
import { Facts, SidePanel, SkeletonList } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CapacityForm } from '../shared/capacity-form';
import { CapacityList } from '../shared/capacity-list';
import { CompaniesDocument, CompanyDocument, type CompanyFacts, SetCapacityDocument } from './companies.operations';
import { CompanyLearners } from './company-learners';
import { TutorForm } from './tutor-form';

/** What is being edited in the panel: nothing, places (null: new ones), or the tutor of placements. */
type Editing = { what: 'capacity'; id: string | null } | { what: 'tutor'; placementIds: readonly string[] } | null;

interface EditCapacityProps {
  company: CompanyFacts;
  id: string | null;
  onDone: () => void;
  onCancel: () => void;
}

function EditCapacity({ company, id, onDone, onCancel }: EditCapacityProps) {
  const { t } = useTranslation('placements');
  const toast = useToast();
  const { submit, saving, errors } = useSubmit(SetCapacityDocument, { refetchQueries: [CompaniesDocument] });
  return (
    <CapacityForm
      companyId={company.id}
      capacity={company.capacities.find((one) => one.id === id) ?? null}
      save={async (input) => {
        const saved = await submit({ input });
        if (saved) toast(t('capacity.saved', { company: company.name, count: saved.setCapacity.places }));
        return saved !== null;
      }}
      saving={saving}
      errors={errors}
      onDone={onDone}
      onCancel={onCancel}
    />
  );
}

/** One company: places to edit, and who looks after whom. */
export function CompanyPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('placements');
  const [editing, setEditing] = useState<Editing>(null);
  const { data, error, refetch } = useQuery(CompanyDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const company = data?.organisation;
  const done = () => {
    setEditing(null);
    void refetch();
  };
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
          {(company.email ?? company.phone) && (
            <Facts
              items={[
                { label: t('column.email'), value: company.email ?? '–' },
                { label: t('column.phone'), value: company.phone ?? '–' },
              ]}
            />
          )}
          <div>
            <Typography variant="subtitle2" component="h3" sx={{ mb: 2 }}>
              {t('companies.places')}
            </Typography>
            {editing?.what === 'capacity' ? (
              <EditCapacity company={company} id={editing.id} onDone={done} onCancel={() => setEditing(null)} />
            ) : (
              <>
                <CapacityList
                  capacities={company.capacities}
                  onEdit={(one) => setEditing({ what: 'capacity', id: one })}
                />
                <Button startIcon={<AddOutlined />} onClick={() => setEditing({ what: 'capacity', id: null })}>
                  {t('companies.addPlaces')}
                </Button>
              </>
            )}
          </div>
          <div>
            <Typography variant="subtitle2" component="h3" sx={{ mb: 2 }}>
              {t('companies.learners')}
            </Typography>
            {editing?.what === 'tutor' ? (
              <TutorForm
                company={company}
                placementIds={editing.placementIds}
                onDone={done}
                onCancel={() => setEditing(null)}
              />
            ) : (
              <CompanyLearners
                placements={data.placements.nodes}
                onReplaceTutor={(placementIds) => setEditing({ what: 'tutor', placementIds })}
              />
            )}
          </div>
        </div>
      )}
    </SidePanel>
  );
}
