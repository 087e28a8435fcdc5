import { graphql } from '@softmob/gql/sending-coordinator';

export const ProcessesDocument = graphql(`
  query Processes($archived: Boolean, $locale: String) {
    processTemplates(archived: $archived) {
      id
      name(locale: $locale)
      origin
      schoolName
      sharedWithPartners
      flowCount
      version
      archivedAt
      draft {
        key
      }
      versions {
        id
        number
        publishedAt
        steps {
          key
        }
      }
    }
  }
`);

export const ProcessStepFragment = graphql(`
  fragment ProcessStepParts on ProcessStep {
    key
    titleEn
    titleIt
    phase
    role
    scope
    due {
      anchor
      offsetDays
      step
      workingDays
    }
    closesOn
    needs
    minorsOnly
    reminders
    escalation {
      afterDays
      role
    }
  }
`);

/** Whole, also where something was changed: the editor begins anew with what the server kept. */
export const ProcessFragment = graphql(`
  fragment ProcessParts on ProcessTemplate {
    id
    nameEn
    nameIt
    origin
    schoolName
    activityTypes
    sharedWithPartners
    archivedAt
    version
    draft {
      ...ProcessStepParts
    }
    versions {
      id
      number
      note
      publishedAt
      publishedBy
      steps {
        ...ProcessStepParts
      }
    }
  }
`);

export const ProcessDocument = graphql(`
  query Process($id: ID!) {
    processTemplate(id: $id) {
      ...ProcessParts
    }
    organisations(kind: "school", first: 1) {
      nodes {
        id
        country
      }
    }
  }
`);

export const CopyProcessDocument = graphql(`
  mutation CopyProcess($id: ID!) {
    copyProcessTemplate(id: $id) {
      id
    }
  }
`);

export const SaveProcessDraftDocument = graphql(`
  mutation SaveProcessDraft($input: SaveProcessDraftInput!) {
    saveProcessDraft(input: $input) {
      ...ProcessParts
    }
  }
`);

export const PublishProcessDocument = graphql(`
  mutation PublishProcess($id: ID!, $version: Int!, $note: String) {
    publishProcessTemplate(id: $id, version: $version, note: $note) {
      ...ProcessParts
    }
  }
`);

export const ShareProcessDocument = graphql(`
  mutation ShareProcess($id: ID!, $version: Int!, $shared: Boolean!) {
    shareProcessTemplate(id: $id, version: $version, shared: $shared) {
      ...ProcessParts
    }
  }
`);

export const ArchiveProcessDocument = graphql(`
  mutation ArchiveProcess($id: ID!, $version: Int!, $archived: Boolean!) {
    archiveProcessTemplate(id: $id, version: $version, archived: $archived) {
      ...ProcessParts
    }
  }
`);
