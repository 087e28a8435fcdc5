import { policy } from '@softmob/access';
import { Access, type Ctx as Context, findAll, Moment } from '@softmob/api-kit';
import { sealedAgreement } from '@softmob/documents-api';
import { missingIn, type Party } from '@softmob/learning-model';
import { participantOfMobility } from '@softmob/participants-api';
import { mobilityById, MobilityType } from '@softmob/projects-api';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CONTACTS_ASKED } from './agreement.service';
import { AgreementContentScalar } from './agreement.scalar';
import { AgreementChangeType, AgreementVersionType, MissingFieldType, SignatureType } from './agreement.type';
import { contentOfVersion, signaturesOfVersion, type VersionRow, versionRows } from './learning.loaders';
import { samePlacement } from './compose.service';
import { changesFor, contentFor } from './reader';
import { beforeParty, missingParties, signsFor } from './signers';
import { statementOf } from './statement';
import { LocalTextType } from './text.type';

const { readLearning, readDraft, sign } = policy.learning;

/** Reads the content of a version as this reader may see it. */
async function readerContent(ctx: Context, version: VersionRow) {
  const [row, participant] = await Promise.all([
    ctx.load(contentOfVersion).load(version.id),
    ctx.load(participantOfMobility).load(version.mobilityId),
  ]);
  return row ? { row, participant, ...contentFor(ctx.actor, row.content, row.bmId, participant) } : null;
}

/** Whether the placement that a version speaks of is no longer the learner's. */
async function isOutdated(ctx: Context, version: VersionRow): Promise<boolean> {
  const mobility = await ctx.load(mobilityById).load(version.mobilityId);
  return !mobility || !samePlacement(mobility, version);
}

/** The party whose signature is asked of somebody, if any; nobody signs for a learner who has withdrawn. */
async function partyAsked(ctx: Context, version: VersionRow): Promise<Party | null> {
  if (version.status !== 'open' || (await isOutdated(ctx, version))) return null;
  if ((await ctx.load(mobilityById).load(version.mobilityId))?.stage === 'withdrawn') return null;
  const given = await ctx.load(signaturesOfVersion).load(version.id);
  const missing = missingParties(version, given, ctx.actor.today);
  return signsFor(ctx.actor.audience, version).find((party) => missing.includes(party)) ?? null;
}

/** Who signs before the reader, where there is an order. */
async function partiesAhead(ctx: Context, version: VersionRow): Promise<Party[]> {
  const party = await partyAsked(ctx, version);
  if (!party) return [];
  return beforeParty(party, version, await ctx.load(signaturesOfVersion).load(version.id), ctx.actor.today);
}

/** The party that somebody may sign for now. */
async function partyToSign(ctx: Context, version: VersionRow): Promise<Party | null> {
  return (await partiesAhead(ctx, version)).length > 0 ? null : partyAsked(ctx, version);
}

@Resolver(() => AgreementVersionType)
export class AgreementVersionResolver {
  @Access(sign)
  @Query(() => [AgreementVersionType], {
    description: 'Versions within reach that wait for the caller’s own signature, the earliest departure first.',
  })
  async agreementsToSign(@Ctx() ctx: Context): Promise<VersionRow[]> {
    const open = await findAll(ctx, versionRows, {
      join: 'JOIN mobility m ON m.id = x.mobility_id',
      where: () => `x.status = 'open' AND m.stage <> 'withdrawn'`,
      orderBy: 'm.starts_on, m.sort_name, x.id',
    });
    const parties = await Promise.all(open.map((version) => partyToSign(ctx, version)));
    return open.filter((_version, index) => parties[index] !== null);
  }

  @Access(readLearning)
  @FieldResolver(() => MobilityType, { description: 'Whose agreement it is.' })
  mobility(@Root() version: VersionRow, @Ctx() ctx: Context) {
    return ctx.load(mobilityById).load(version.mobilityId);
  }

  @Access(readLearning)
  @FieldResolver(() => [SignatureType], { description: 'Signatures given so far.' })
  signatures(@Root() version: VersionRow, @Ctx() ctx: Context) {
    return ctx.load(signaturesOfVersion).load(version.id);
  }

  @Access(readLearning)
  @FieldResolver(() => Moment, {
    nullable: true,
    description:
      'When it was sealed, real time; null before. From then on /api/agreements/{mobility}/v{number}.pdf delivers the sealed file, the same for everybody; `?copy=reading` prints it in the reader’s language.',
  })
  async sealedAt(@Root() version: VersionRow, @Ctx() ctx: Context): Promise<Date | null> {
    return (await ctx.load(sealedAgreement).load(version.id))?.sealedAt ?? null;
  }

  @Access(readLearning)
  @FieldResolver(() => [String], { description: 'Parties who still have to sign; none while it is a draft.' })
  async missingParties(@Root() version: VersionRow, @Ctx() ctx: Context): Promise<Party[]> {
    if (version.status !== 'open') return [];
    return missingParties(version, await ctx.load(signaturesOfVersion).load(version.id), ctx.actor.today);
  }

  @Access(readLearning)
  @FieldResolver(() => Boolean, {
    description: 'Whether the placement that it speaks of was taken back or has changed: it has to be composed anew.',
  })
  outdated(@Root() version: VersionRow, @Ctx() ctx: Context): Promise<boolean> {
    return version.status === 'superseded' ? Promise.resolve(false) : isOutdated(ctx, version);
  }

  @Access(readLearning)
  @FieldResolver(() => String, { nullable: true, description: 'The party that the caller may sign for now, if any.' })
  mySignature(@Root() version: VersionRow, @Ctx() ctx: Context): Promise<Party | null> {
    return partyToSign(ctx, version);
  }

  @Access(readLearning)
  @FieldResolver(() => [String], {
    description: 'Parties who sign before the caller, where there is an order and it is not the caller’s turn yet.',
  })
  signsAfter(@Root() version: VersionRow, @Ctx() ctx: Context): Promise<Party[]> {
    return partiesAhead(ctx, version);
  }

  @Access(readLearning)
  @FieldResolver(() => Boolean, {
    description: 'Whether the caller has signed this version and may still take the signature back.',
  })
  async mayRevoke(@Root() version: VersionRow, @Ctx() ctx: Context): Promise<boolean> {
    if (version.status !== 'open') return false;
    const own = signsFor(ctx.actor.audience, version);
    const given = await ctx.load(signaturesOfVersion).load(version.id);
    return given.some(({ party, personId }) => own.includes(party) && personId === ctx.actor.personId);
  }

  @Access(readLearning)
  @FieldResolver(() => Boolean, {
    description: 'Whether the caller’s signature is asked and not given: they may decline, also before their turn.',
  })
  async mayDecline(@Root() version: VersionRow, @Ctx() ctx: Context): Promise<boolean> {
    return (await partyAsked(ctx, version)) !== null;
  }

  @Access(readLearning)
  @FieldResolver(() => LocalTextType, {
    nullable: true,
    description: 'The statement that the caller accepts by signing; null where no signature of theirs is asked.',
  })
  async statement(@Root() version: VersionRow, @Ctx() ctx: Context): Promise<LocalTextType | null> {
    const party = await partyToSign(ctx, version);
    return party ? statementOf(party, version.number) : null;
  }

  @Access(readLearning)
  @FieldResolver(() => AgreementContentScalar, {
    nullable: true,
    description: 'What is agreed, without what the reader may not see.',
  })
  async content(@Root() version: VersionRow, @Ctx() ctx: Context) {
    return (await readerContent(ctx, version))?.content ?? null;
  }

  @Access(readLearning)
  @FieldResolver(() => [String], { description: 'Places that the reader’s copy leaves out.' })
  async withheld(@Root() version: VersionRow, @Ctx() ctx: Context) {
    return (await readerContent(ctx, version))?.withheld ?? [];
  }

  @Access(readLearning)
  @FieldResolver(() => [AgreementChangeType], {
    nullable: true,
    description: 'What changed against the version that was in force before; null where there was none.',
  })
  async changes(@Root() version: VersionRow, @Ctx() ctx: Context) {
    const read = await readerContent(ctx, version);
    return read ? changesFor(ctx.actor, read.row, read.participant) : null;
  }

  @Access(readDraft)
  @FieldResolver(() => [MissingFieldType], { description: 'What must be filled in before anybody can sign.' })
  async missing(@Root() version: VersionRow, @Ctx() ctx: Context) {
    const row = await ctx.load(contentOfVersion).load(version.id);
    return row ? missingIn(row.content, { contactsPerOrganisation: CONTACTS_ASKED }) : [];
  }

  @Access(readDraft)
  @FieldResolver(() => [MissingFieldType], {
    description: 'What good practice asks beside: a second contact person of each organisation.',
  })
  async advised(@Root() version: VersionRow, @Ctx() ctx: Context) {
    const row = await ctx.load(contentOfVersion).load(version.id);
    if (!row) return [];
    const asked = new Set(missingIn(row.content, { contactsPerOrganisation: CONTACTS_ASKED }).map(({ path }) => path));
    return missingIn(row.content, { contactsPerOrganisation: 2 }).filter(({ path }) => !asked.has(path));
  }
}
