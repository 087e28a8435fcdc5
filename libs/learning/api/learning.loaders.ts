import { policy } from '@softmob/access';
import { grouped, inOrder, loaderOfChildren, type LoaderDefinition, source, type Source } from '@softmob/api-kit';
import { type AgreementContent } from '@softmob/learning-model';
import { Agreement, AgreementVersion, Signature } from './agreement.entity';
import { Assessment, Certificate, Recognition } from './assessment.entity';
import { OwnUnit } from './unit.entity';

const rules = policy.learning;

/** The same rows without their heavy columns, for lists. */
function lean<Row extends object, Left extends keyof Row & string>(
  of: Source<Row>,
  left: readonly Left[],
): Source<Omit<Row, Left>> {
  const columns = of.columns.filter(({ property }) => !left.some((name) => name === property));
  return {
    ...of,
    columns,
    select: (alias) => columns.map(({ property, column }) => `${alias}.${column} AS "${property}"`).join(', '),
  } as Source<Omit<Row, Left>>;
}

export const ownUnits = source(OwnUnit, { name: 'learning_unit', reach: rules.reachUnit });
export const agreements = source(Agreement, { name: 'agreement', reach: rules.reachAgreement });
export const agreementVersions = source(AgreementVersion, {
  name: 'agreement_version',
  reach: rules.reachAgreementVersion,
});
/** A version without its content. */
export type VersionRow = Omit<AgreementVersion, 'content'>;
export const versionRows = lean(agreementVersions, ['content']);
/** Read through their version. */
export const signatures = source(Signature, { name: 'signature', reach: null });
export const assessments = source(Assessment, { name: 'assessment', reach: rules.reachAssessment });
export const recognitions = source(Recognition, { name: 'recognition', reach: rules.reachRecognition });
export const certificates = source(Certificate, { name: 'certificate', reach: rules.reachCertificate });
export type CertificateRow = Omit<Certificate, 'content'>;
const certificateRows = lean(certificates, ['content']);

const ofMobility = { established: 'mobility' };
export const agreementOfMobility = loaderOfChildren(agreements, 'mobilityId', { ...ofMobility, orderBy: 'x.id' });
export const versionsOfMobility = loaderOfChildren(versionRows, 'mobilityId', { ...ofMobility, orderBy: 'x.number' });
export const assessmentsOfMobility = loaderOfChildren(assessments, 'mobilityId', { ...ofMobility, orderBy: 'x.kind' });
export const recognitionOfMobility = loaderOfChildren(recognitions, 'mobilityId', { ...ofMobility, orderBy: 'x.id' });
export const certificatesOfMobility = loaderOfChildren(certificateRows, 'mobilityId', {
  ...ofMobility,
  orderBy: 'x.issued_at DESC',
});

const BLOCK = ['participant', 'guardian', 'sending', 'hosting', 'supporting'];

/** The signatures of reached versions, in the order of the signature block. */
export const signaturesOfVersion: LoaderDefinition<string, Signature[]> = {
  name: 'signaturesOfVersion',
  async batch(ctx, versionIds) {
    const rows = await ctx.db.query<Signature>(
      `SELECT ${signatures.select('x')} FROM signature x WHERE x.revoked_at IS NULL AND x.version_id = ANY($1::uuid[])
       ORDER BY array_position($2::text[], x.party)`,
      [versionIds, BLOCK],
    );
    return grouped(versionIds, rows, (row) => row.versionId);
  },
};

/** A version's whole content, and that of the last one before it that was in force. */
export interface ContentRow {
  readonly id: string;
  readonly mobilityId: string;
  readonly content: AgreementContent;
  /** Known only later than the content: it is filled in when reading. */
  readonly bmId: string | null;
  readonly companyId: string;
  readonly hostOrganisationId: string | null;
  readonly before: {
    readonly number: number;
    readonly lockedAt: string;
    readonly content: AgreementContent;
    readonly companyId: string;
    readonly hostOrganisationId: string | null;
  } | null;
}

/** The contents of reached versions. */
export const contentOfVersion: LoaderDefinition<string, ContentRow | null> = {
  name: 'contentOfVersion',
  async batch(ctx, versionIds) {
    const rows = await ctx.db.query<ContentRow>(
      `SELECT x.id, x.mobility_id AS "mobilityId", x.content, m.bm_id AS "bmId", x.company_id AS "companyId",
              x.host_organisation_id AS "hostOrganisationId", b.before
       FROM agreement_version x JOIN mobility m ON m.id = x.mobility_id
       LEFT JOIN LATERAL (
         SELECT jsonb_build_object('number', o.number, 'lockedAt', o.locked_at, 'content', o.content,
                  'companyId', o.company_id, 'hostOrganisationId', o.host_organisation_id) AS before
         FROM agreement_version o WHERE o.agreement_id = x.agreement_id AND o.number < x.number
           AND o.locked_at IS NOT NULL ORDER BY o.number DESC LIMIT 1) b ON TRUE
       WHERE x.id = ANY($1::uuid[])`,
      [versionIds],
    );
    return inOrder(versionIds, rows, (row) => row.id);
  },
};

/** The newest facts of a mobility's confirmed attendance, as the monitoring of the stay told them. */
export interface AttendanceFacts {
  readonly mobilityId: string;
  readonly daysPresent: number | null;
  readonly hours: number | null;
  readonly at: Date;
}

export const attendanceOfMobility: LoaderDefinition<string, AttendanceFacts | null> = {
  name: 'attendanceOfMobility',
  async batch(ctx, mobilityIds) {
    const rows = await ctx.db.query<AttendanceFacts>(
      `SELECT DISTINCT ON (e.mobility_id) e.mobility_id AS "mobilityId", (e.after->>'daysPresent')::float8 AS "daysPresent",
              (e.after->>'hours')::float8 AS hours, e.at
       FROM event e WHERE e.mobility_id = ANY($1::uuid[]) AND e.type = 'attendance.complete'
       ORDER BY e.mobility_id, e.id DESC`,
      [mobilityIds],
    );
    return inOrder(mobilityIds, rows, (row) => row.mobilityId);
  },
};
