import { graphql } from '@softmob/gql/sending-coordinator';
import { useSubmit, useToast } from '@softmob/portal-kit';
import { useTranslation } from 'react-i18next';
import { type CapacityFacts, CapacityForm } from '../shared/capacity-form';

const SetOwnCapacityDocument = graphql(`
  mutation SetOwnCapacity($input: SetCapacityInput!) {
    setCapacity(input: $input) {
      id
      occupation
      places
      startsOn
      endsOn
      version
    }
  }
`);

interface EditCapacityProps {
  company: { id: string; name: string };
  /** Null adds places. */
  capacity: CapacityFacts | null;
  onDone: () => void;
  onCancel: () => void;
}

/** The school says how many learners a company takes that works without a host organisation. */
export function EditCapacity({ company, capacity, onDone, onCancel }: EditCapacityProps) {
  const { t } = useTranslation('placements');
  const toast = useToast();
  const { submit, saving, errors } = useSubmit(SetOwnCapacityDocument, {
    refetchQueries: ['SchoolCompanies', 'FlowBoard'],
  });
  return (
    <CapacityForm
      companyId={company.id}
      capacity={capacity}
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
