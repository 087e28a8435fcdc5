import { graphql } from '@softmob/gql/placing';

export const ImportFileDocument = graphql(`
  query ImportFile($id: ID!, $choices: ImportChoicesInput, $first: Int, $status: [String!]) {
    importBatch(id: $id, choices: $choices) {
      id
      kind
      projectId
      fileName
      fileKind
      encoding
      separator
      fields {
        key
        label
        required
      }
      missing {
        key
        label
      }
      columns {
        index
        header
        field
        by
        dateOrder
        samples
      }
      counts {
        total
        added
        changed
        unchanged
        waiting
        errors
        warnings
        notices
      }
      newFlows {
        code
        country
        town
        startsOn
        endsOn
        hostName
        rows
        problem
      }
      receipt {
        added
        updated
        unchanged
        waiting
        flowsCreated
      }
      rows(first: $first, status: $status) {
        ...ImportRowParts
      }
      warned: findings(severity: "warning") {
        ...ImportFindingParts
      }
      waiting: rows(first: 100, status: ["waiting"]) {
        ...ImportRowParts
      }
      changed: rows(first: 500, status: ["changed"]) {
        ...ImportRowParts
      }
    }
  }
  fragment ImportRowParts on ImportRow {
    row
    status
    cells
    changes {
      field
      label
      before
      after
    }
    findings {
      ...ImportFindingParts
    }
  }
  fragment ImportFindingParts on ImportFinding {
    row
    column
    field
    severity
    code
    message
    mend
    offers
  }
`);

export const RemapImportDocument = graphql(`
  mutation RemapImport($id: ID!, $mapping: [ColumnChoice!]!) {
    remapImport(id: $id, mapping: $mapping) {
      id
      version
    }
  }
`);

export const CorrectImportCellDocument = graphql(`
  mutation CorrectImportCell($input: CorrectImportCellInput!) {
    correctImportCell(input: $input) {
      id
      version
    }
  }
`);

export const ApplyImportDocument = graphql(`
  mutation ApplyImport($input: ApplyImportInput!) {
    applyImport(input: $input) {
      id
      version
      receipt {
        added
        updated
        unchanged
        waiting
        flowsCreated
      }
    }
  }
`);
