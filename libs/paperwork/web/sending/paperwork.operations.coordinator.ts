import { graphql } from '@softmob/gql/sending-coordinator';

export const LibraryDocument = graphql(`
  query PaperLibrary($archived: Boolean, $locale: String) {
    documentTemplates(archived: $archived) {
      id
      name(locale: $locale)
      kind
      origin
      basis
      archivedAt
      draftFaults {
        code
      }
      versions {
        id
        number
        publishedAt
        content
      }
    }
  }
`);

export const CopyTemplateDocument = graphql(`
  mutation CopyPaper($id: ID!) {
    copyDocumentTemplate(id: $id) {
      id
    }
  }
`);

/** Whole, also where something was changed: the editor begins anew with what the server kept. */
export const TemplateFragment = graphql(`
  fragment PaperTemplateParts on DocumentTemplate {
    id
    nameEn
    nameIt
    kind
    origin
    basis
    draft
    archivedAt
    version
    versions {
      id
      number
      note
      content
      publishedAt
      publishedBy
    }
  }
`);

export const TemplateDocument = graphql(`
  query PaperTemplate($id: ID!) {
    documentTemplate(id: $id) {
      ...PaperTemplateParts
    }
  }
`);

export const SaveTemplateDocument = graphql(`
  mutation SavePaper($input: SaveDocumentDraftInput!) {
    saveDocumentDraft(input: $input) {
      ...PaperTemplateParts
    }
  }
`);

export const PublishTemplateDocument = graphql(`
  mutation PublishPaper($id: ID!, $version: Int!, $note: String) {
    publishDocumentTemplate(id: $id, version: $version, note: $note) {
      ...PaperTemplateParts
    }
  }
`);

export const ArchiveTemplateDocument = graphql(`
  mutation ArchivePaper($id: ID!, $version: Int!, $archived: Boolean!) {
    archiveDocumentTemplate(id: $id, version: $version, archived: $archived) {
      ...PaperTemplateParts
    }
  }
`);

export const IssueChoicesDocument = graphql(`
  query PaperChoices($locale: String) {
    flows {
      id
      code
      town
      startsOn
      endsOn
    }
    documentTemplates {
      id
      name(locale: $locale)
      kind
      origin
      versions {
        id
        number
        content
      }
    }
  }
`);

export const PreflightDocument = graphql(`
  query PaperPreflight($input: DocumentsInput!) {
    documentPreflight(input: $input) {
      subjectId
      mobilityId
      subject
      missing
      replaces
    }
  }
`);

export const GenerateDocument = graphql(`
  mutation IssuePapers($input: DocumentsInput!) {
    generateDocuments(input: $input) {
      id
    }
  }
`);

export const RunDocument = graphql(`
  query PaperRun($id: ID!, $locale: String) {
    documentRun(id: $id) {
      id
      kind
      language
      status
      total
      issued
      failed
      requestedAt
      finishedAt
      template {
        id
        name(locale: $locale)
      }
      items {
        id
        subject
        mobilityId
        state
        code
        missing
        document {
          id
          number
          status
          mime
        }
      }
    }
  }
`);

export const RetryRunDocument = graphql(`
  mutation RetryPapers($id: ID!) {
    retryDocumentRun(id: $id) {
      id
      status
    }
  }
`);

export const IssuedDocument = graphql(`
  query IssuedPapers($filter: IssuedDocumentFilter, $after: String) {
    flows {
      id
      code
      town
    }
    issuedDocuments(filter: $filter, first: 100, after: $after) {
      nodes {
        id
        number
        kind
        title
        subject
        language
        status
        issuedOn
        issuedBy
        replacedBy
        reason
        proof
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const WithdrawDocument = graphql(`
  mutation WithdrawPaper($id: ID!, $reason: String!) {
    withdrawIssuedDocument(id: $id, reason: $reason) {
      id
      status
      reason
    }
  }
`);
