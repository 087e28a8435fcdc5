import { may, policy } from '@softmob/access';
import { type Ctx, findAll, findOne, notFound } from '@softmob/api-kit';
import { deliverFile, filesOf, type SealedFile, sealedAgreement } from '@softmob/documents-api';
import { composeAttendance, type EuropassMobilityContent, type Locale, LOCALES } from '@softmob/learning-model';
import { participantOfMobility } from '@softmob/participants-api';
import { mobilities } from '@softmob/projects-api';
import { type Request, type Response, type Router } from 'express';
import { findVersion } from './agreement.service';
import {
  agreementOfMobility,
  attendanceOfMobility,
  certificates,
  contentOfVersion,
  signaturesOfVersion,
  type VersionRow,
  versionRows,
} from './learning.loaders';
import { printAside, renderCertificateOfAttendance, renderEuropassMobility } from './pdf';
import { paperRoutes } from './paper.routes';
import { printOf } from './print';
import { hostsOf, othersThan } from './other-hosts';
import { beforeFor, changesFor, contentFor } from './reader';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const VERSION_FILE = /^v(\d{1,4})\.pdf$/;

function localeOf(ctx: Ctx, wanted: unknown): Locale {
  return LOCALES.find((locale) => locale === wanted) ?? LOCALES.find((locale) => locale === ctx.request.locale) ?? 'en';
}

function idOf(raw: string | undefined): string {
  if (!raw || !UUID.test(raw)) throw notFound('document');
  return raw;
}

function send(response: Response, pdf: Buffer, name: string): void {
  response
    .set('content-type', 'application/pdf')
    .set('content-disposition', `inline; filename="${name.replace(/[^\w.-]+/g, '-')}"`)
    .send(pdf);
}

/** A sealed file, byte for byte as it was kept. */
function sendSealed(request: Request, response: Response, sealed: SealedFile, fileName: string): Promise<void> {
  const files = filesOf(response.locals.ctx.runtime.settings);
  return deliverFile(request, response, files, { ...sealed, mime: 'application/pdf', fileName, how: 'inline' });
}

/** One version as a PDF, in the reader's copy. @throws NOT_FOUND */
async function printAgreement(ctx: Ctx, version: VersionRow, locale: Locale): Promise<Buffer> {
  const { mobilityId } = version;
  const [row, participant, given] = await Promise.all([
    ctx.load(contentOfVersion).load(version.id),
    ctx.load(participantOfMobility).load(mobilityId),
    ctx.load(signaturesOfVersion).load(version.id),
  ]);
  if (!row) throw notFound('agreement');
  const { content, withheld } = contentFor(ctx.actor, row.content, row.bmId, participant);
  const before = beforeFor(ctx.actor, row);
  const changes = changesFor(ctx.actor, row, participant);
  const print = printOf({ version, given, before, changes, withheld, locale });
  return printAside(content, print);
}

/** What only some readers may see of a certificate's holder stays out of the others' copies. */
async function holderFor(ctx: Ctx, mobilityId: string, content: EuropassMobilityContent) {
  const participant = await ctx.load(participantOfMobility).load(mobilityId);
  const rules = policy.participants;
  const sees = (rule: typeof rules.readCivil) => participant !== null && may(rule, ctx.actor, participant);
  const { holder } = content;
  return {
    ...holder,
    ...(sees(rules.readCivil) ? {} : { address: null, birthDate: null, nationality: null }),
    ...(sees(rules.readContact) ? {} : { email: null }),
  };
}

/** The newest Europass Mobility as a PDF. @throws NOT_FOUND before one was issued */
async function printEuropass(ctx: Ctx, mobilityId: string, locale: Locale): Promise<Buffer> {
  const mobility = await findOne(ctx, mobilities, mobilityId);
  const [certificate] = await findAll(ctx, certificates, {
    where: (p) => `x.mobility_id = ${p.add(mobilityId)}::uuid AND x.kind = 'europass'`,
    orderBy: 'x.issued_at DESC, x.id DESC',
    limit: 1,
  });
  if (!certificate) throw notFound('certificate');
  const holder = await holderFor(ctx, mobilityId, certificate.content);
  const content = { ...certificate.content, holder, mobilityId: mobility.bmId ?? certificate.content.mobilityId };
  return renderEuropassMobility(content, { locale, createdAt: certificate.issuedAt });
}

/** The certificate of attendance with the dates as they were. @throws NOT_FOUND before the last day or an agreement */
async function printAttendance(ctx: Ctx, mobilityId: string, locale: Locale): Promise<Buffer> {
  const mobility = await findOne(ctx, mobilities, mobilityId);
  const [version] = await findAll(ctx, versionRows, {
    where: (p) => `x.mobility_id = ${p.add(mobilityId)}::uuid AND x.status = 'locked'`,
    orderBy: 'x.number DESC',
    limit: 1,
  });
  const row = version && (await ctx.load(contentOfVersion).load(version.id));
  if (!row || ctx.actor.today < mobility.endsOn) throw notFound('certificate');
  const [participant, attendance, agreement, hosts] = await Promise.all([
    ctx.load(participantOfMobility).load(mobilityId),
    ctx.load(attendanceOfMobility).load(mobilityId),
    ctx.load(agreementOfMobility).load(mobilityId),
    hostsOf(ctx.db, [mobilityId]),
  ]);
  const { content } = contentFor(ctx.actor, row.content, row.bmId, participant);
  const confirmed = attendance?.at ?? null;
  const attended = composeAttendance({
    documentNumber: (agreement[0]?.number ?? '').replace(/^LA-/, 'CA-'),
    issuedOn: confirmed?.toISOString().slice(0, 10) ?? ctx.actor.today,
    content,
    start: mobility.arrivedOn ?? mobility.startsOn,
    end: mobility.endsOn,
    otherHosts: othersThan(row.companyId, hosts.get(mobilityId)),
    daysPresent: attendance?.daysPresent ?? null,
    hours: attendance?.hours ?? null,
    confirmedAt: confirmed?.toISOString() ?? null,
  });
  return renderCertificateOfAttendance(attended, {
    locale,
    createdAt: confirmed ?? new Date(`${ctx.actor.today}T12:00:00Z`),
  });
}

/**
 * Documents as PDFs, each after the rule and through reach. `?locale=` chooses the language. An agreement that all have
 * signed comes as it was sealed, the same bytes for everybody; `?copy=reading` prints it in the reader's language.
 */
export function learningRoutes(router: Router): void {
  router.get('/agreements/:mobilityId/:file', async (request, response) => {
    const { ctx } = response.locals;
    ctx.assert(policy.learning.readLearning);
    const number = VERSION_FILE.exec(request.params.file)?.[1];
    if (!number) throw notFound('document');
    const mobilityId = idOf(request.params.mobilityId);
    const version = await findVersion(ctx, mobilityId, Number(number));
    const name = `learning-agreement-v${number}.pdf`;
    const sealed = request.query.copy === 'reading' ? null : await ctx.load(sealedAgreement).load(version.id);
    if (sealed) await sendSealed(request, response, sealed, name);
    else send(response, await printAgreement(ctx, version, localeOf(ctx, request.query.locale)), name);
  });
  paperRoutes(router);
  for (const [path, print, name] of [
    ['europass', printEuropass, 'europass-mobility.pdf'],
    ['attendance', printAttendance, 'certificate-of-attendance.pdf'],
  ] as const) {
    router.get(`/${path}/:file`, async (request, response) => {
      const { ctx } = response.locals;
      ctx.assert(policy.learning.readLearning);
      const mobilityId = idOf(/^(.*)\.pdf$/.exec(request.params.file)?.[1]);
      send(response, await print(ctx, mobilityId, localeOf(ctx, request.query.locale)), name);
    });
  }
}
