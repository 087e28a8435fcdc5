import { useQuery } from '@apollo/client/react';
import { graphql } from '@softmob/gql/sending-coordinator';
import { SelectField } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BulkDialog, type BulkProps } from './bulk-dialog';

const HostsDocument = graphql(`
  query BoardHosts {
    organisations(kind: "host", first: 200) {
      nodes {
        id
        name
        town
      }
    }
    flows {
      id
      hostOrganisationId
    }
  }
`);

const RequestDocument = graphql(`
  mutation BoardRequestsPlacements($ids: [ID!]!, $hostId: ID!) {
    requestPlacements(input: { mobilityIds: $ids, hostOrganisationId: $hostId }) {
      id
      status
      mobility {
        id
      }
    }
  }
`);

/** Sends people's profiles, without identity, to a host organisation that finds places for them. */
export function RequestDialog(props: BulkProps) {
  const { t } = useTranslation('cockpit');
  const { data } = useQuery(HostsDocument);
  const [chosen, setChosen] = useState('');
  const flow = data?.flows.find(({ id }) => id === props.rows[0]?.flow.id);
  const hostId = chosen || (flow?.hostOrganisationId ?? '');
  return (
    <BulkDialog
      {...props}
      words="request"
      document={RequestDocument}
      extra={{ hostId }}
      ready={hostId !== ''}
      resultOf={({ requestPlacements }) => ({ count: requestPlacements.length, refused: [] })}
    >
      <SelectField
        name="host"
        label={t('bulk.request.host')}
        value={hostId}
        onChange={({ target }) => setChosen(target.value)}
        options={(data?.organisations.nodes ?? []).map(({ id, name, town }) => ({
          value: id,
          label: `${name}, ${town}`,
        }))}
      />
    </BulkDialog>
  );
}
