import { graphql } from '@softmob/gql/sending-coordinator';

export const SealKeyDocument = graphql(`
  query SealKey {
    sealKey {
      id
      origin
      certificate
      subject
      issuer
      algorithm
      fingerprint
      validFrom
      validUntil
    }
  }
`);

export const RenewSealKeyDocument = graphql(`
  mutation RenewSealKey {
    renewSealKey {
      id
    }
  }
`);

export const ImportSealKeyDocument = graphql(`
  mutation ImportSealKey($input: ImportSealKeyInput!) {
    importSealKey(input: $input) {
      id
    }
  }
`);
